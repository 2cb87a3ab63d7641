package com.opsatc.tenancy.run;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The heads of a tenant. Inserting one is the only commit of a run: one transaction with the run's end and the outbox, on
 * the conditions that no other head came in between and that publishing was not switched off.
 */
public final class Heads {
    private static final String COLUMNS =
            "sequence, run_id, attempt_id, manifest_path, manifest_sha256, workflow_epoch, published_at, logical_date, live";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM head WHERE tenant = :tenant";
    private static final String UNIQUE_VIOLATION = "23505";

    private Heads() {}

    /** What readers see now who name no run; empty for a tenant that has published nothing. */
    public static Optional<Head> current(TenantScope scope) {
        return query(scope, SELECT + " AND live ORDER BY sequence DESC LIMIT 1").stream()
                .findFirst();
    }

    /** The last that was published, whatever its date: the state that the next run goes on from. */
    public static Optional<Head> latest(TenantScope scope) {
        return query(scope, SELECT + " ORDER BY sequence DESC LIMIT 1").stream().findFirst();
    }

    /** The latest head of a run; empty when it was never published. */
    public static Optional<Head> ofRun(TenantScope scope, String runId) {
        return query(scope, SELECT + " AND run_id = :value ORDER BY sequence DESC LIMIT 1", runId).stream()
                .findFirst();
    }

    /** The latest head of a logical date; empty when none of that date was published. */
    public static Optional<Head> asOf(TenantScope scope, LocalDate logicalDate) {
        return query(scope, SELECT + " AND logical_date = :value ORDER BY sequence DESC LIMIT 1", logicalDate).stream()
                .findFirst();
    }

    /** All heads, oldest first. */
    public static List<Head> list(TenantScope scope) {
        return query(scope, SELECT + " ORDER BY sequence");
    }

    /**
     * Publishes, or changes nothing.
     *
     * <p>When the connection breaks while the database commits, what it did is read back, so that the answer is right.
     *
     * <p>A run that an earlier head names may be published again, also twice in a row: that heals what was damaged. The logical
     * date is the one that the ledger has.
     *
     * @throws ConflictException when the previous head is not the last one any more
     * @throws PipelineException when publishing is switched off, was flipped since, or the attempt is not a started run
     */
    public static Head publish(TenantScope scope, NewHead head) {
        scope.requireWrites("publish");
        try {
            return scope.database().transact("publish for tenant " + scope.tenant(), handle -> {
                WorkflowSwitch.require(handle, scope, head.workflowEpoch());
                Head published = insert(handle, scope, head);
                RunLedger.published(handle, scope, head);
                insertOutbox(handle, scope, published, head.outbox());
                record(handle, scope, published);
                return published;
            });
        } catch (PipelineException e) {
            if (e.getCause() instanceof SQLException cause && lostAnswer(cause)) {
                return readBack(scope, head).orElseThrow(() -> e);
            }

            throw e;
        }
    }

    /** Looks what became of a publication, after the lost transaction, which holds the switch, has ended. */
    private static Optional<Head> readBack(TenantScope scope, NewHead head) {
        scope.database().transact("end a publication of tenant " + scope.tenant(), handle -> {
            WorkflowSwitch.awaitPublishers(handle, scope);
            return null;
        });
        return list(scope).stream()
                .filter(found -> found.attemptId().equals(head.attemptId()))
                .findFirst();
    }

    private static Head insert(Handle handle, TenantScope scope, NewHead head) {
        try {
            return handle.createQuery("INSERT INTO head (tenant, " + COLUMNS + ")"
                            + " SELECT :tenant, :previousSequence + 1, :runId, :attemptId, :manifestPath, :manifestSha256,"
                            + " :workflowEpoch, :publishedAt, run.logical_date,"
                            + " :all OR run.logical_date >= coalesce((SELECT logical_date FROM head WHERE tenant = run.tenant"
                            + " AND live ORDER BY sequence DESC LIMIT 1), run.logical_date)"
                            + " FROM run WHERE run.tenant = :tenant AND run.attempt_id = :attemptId AND :previousSequence ="
                            + " (SELECT coalesce(max(sequence), 0) FROM head WHERE tenant = :tenant) RETURNING "
                            + COLUMNS)
                    .bind("tenant", scope.tenant())
                    .bind("all", head.kind() == NewHead.Kind.ALL)
                    .bindMethods(head)
                    .map(ConstructorMapper.of(Head.class))
                    .findOne()
                    .orElseThrow(() -> new ConflictException(scope, head.previousSequence()));
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                throw new ConflictException(scope, head.previousSequence());
            }

            throw e;
        }
    }

    /** In the transaction that makes it a head, so that none is there that the log does not have. */
    private static void record(Handle handle, TenantScope scope, Head head) {
        AuditEntries.append(
                handle,
                scope,
                AuditAction.RUN_PUBLISHED,
                head.runId(),
                Map.of(
                        "sequence", Long.toString(head.sequence()),
                        "attempt", head.attemptId(),
                        "logical_date", head.logicalDate().toString(),
                        "manifest_sha256", head.manifestSha256().hex()));
    }

    private static void insertOutbox(Handle handle, TenantScope scope, Head head, List<NewHead.Message> messages) {
        for (NewHead.Message message : messages) {
            handle.execute(
                    "INSERT INTO outbox (tenant, head_sequence, topic, payload) VALUES (?, ?, ?, CAST(? AS jsonb))",
                    scope.tenant(),
                    head.sequence(),
                    message.topic(),
                    message.payload());
        }
    }

    private static List<Head> query(TenantScope scope, String sql) {
        return query(scope, sql, null);
    }

    /** @param value of the one parameter that the statement has besides the tenant; null when it has none */
    private static List<Head> query(TenantScope scope, String sql, Object value) {
        return scope.database().transact("read the heads of tenant " + scope.tenant(), handle -> {
            Query query = handle.createQuery(sql).bind("tenant", scope.tenant());
            if (value != null) {
                query.bind("value", value);
            }

            return query.map(ConstructorMapper.of(Head.class)).list();
        });
    }

    /** Connection exceptions are SQL states of class 08; a server that is told to stop answers with class 57. */
    private static boolean lostAnswer(SQLException cause) {
        String state = cause.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
