package com.opsatc.tenancy.run;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.database.Instants;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The heads of a tenant. Inserting one is the only commit of a run: one transaction with the run's end and the outbox, on
 * the conditions that no other head came in between and that publishing was not switched off.
 */
public final class Heads {
    private static final String SELECT = "SELECT sequence, run_id, attempt_id, manifest_path, manifest_sha256,"
            + " workflow_epoch, published_at, logical_date, live FROM head WHERE tenant = ?";
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
        return query(scope, SELECT + " AND run_id = ? ORDER BY sequence DESC LIMIT 1", runId).stream()
                .findFirst();
    }

    /** The latest head of a logical date; empty when none of that date was published. */
    public static Optional<Head> asOf(TenantScope scope, LocalDate logicalDate) {
        return query(scope, SELECT + " AND logical_date = ? ORDER BY sequence DESC LIMIT 1", logicalDate).stream()
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
            return scope.database().transact("publish for tenant " + scope.tenant(), connection -> {
                WorkflowSwitch.require(connection, scope, head.workflowEpoch());
                Head published = insert(connection, scope, head);
                RunLedger.published(connection, scope, head);
                insertOutbox(connection, scope, published, head.outbox());
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
        scope.database().transact("end a publication of tenant " + scope.tenant(), connection -> {
            WorkflowSwitch.awaitPublishers(connection, scope);
            return null;
        });
        return list(scope).stream()
                .filter(found -> found.attemptId().equals(head.attemptId()))
                .findFirst();
    }

    private static Head insert(Connection connection, TenantScope scope, NewHead head) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO head (tenant, sequence, run_id, attempt_id, manifest_path, manifest_sha256, workflow_epoch,"
                        + " published_at, logical_date, live) SELECT ?, ?, ?, ?, ?, ?, ?, ?, run.logical_date,"
                        + " ? OR run.logical_date >= coalesce((SELECT logical_date FROM head WHERE tenant = run.tenant"
                        + " AND live ORDER BY sequence DESC LIMIT 1), run.logical_date)"
                        + " FROM run WHERE run.tenant = ? AND run.attempt_id = ?"
                        + " AND ? = (SELECT coalesce(max(sequence), 0) FROM head WHERE tenant = ?)"
                        + " RETURNING logical_date, live")) {
            statement.setString(1, scope.tenant().value());
            statement.setLong(2, head.previousSequence() + 1);
            statement.setString(3, head.runId());
            statement.setString(4, head.attemptId());
            statement.setString(5, head.manifestPath());
            statement.setString(6, head.manifestSha256().hex());
            statement.setLong(7, head.workflowEpoch());
            Instants.set(statement, 8, head.publishedAt());
            statement.setBoolean(9, head.kind() == NewHead.Kind.ALL);
            statement.setString(10, scope.tenant().value());
            statement.setString(11, head.attemptId());
            statement.setLong(12, head.previousSequence());
            statement.setString(13, scope.tenant().value());
            ResultSet inserted = statement.executeQuery();
            if (!inserted.next()) {
                throw new ConflictException(scope, head.previousSequence());
            }

            return new Head(
                    head.previousSequence() + 1,
                    head.runId(),
                    head.attemptId(),
                    head.manifestPath(),
                    head.manifestSha256(),
                    head.workflowEpoch(),
                    head.publishedAt(),
                    inserted.getObject(1, LocalDate.class),
                    inserted.getBoolean(2));
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new ConflictException(scope, head.previousSequence());
            }

            throw e;
        }
    }

    private static void insertOutbox(
            Connection connection, TenantScope scope, Head head, List<NewHead.Message> messages) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO outbox (tenant, head_sequence, topic, payload) VALUES (?, ?, ?, ?::jsonb)")) {
            for (NewHead.Message message : messages) {
                statement.setString(1, scope.tenant().value());
                statement.setLong(2, head.sequence());
                statement.setString(3, message.topic());
                statement.setString(4, message.payload());
                statement.executeUpdate();
            }
        }
    }

    private static List<Head> query(TenantScope scope, String sql, Object... more) {
        return scope.database().transact("read the heads of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, scope.tenant().value());
                for (int i = 0; i < more.length; i++) {
                    statement.setObject(i + 2, more[i]);
                }

                ResultSet row = statement.executeQuery();
                List<Head> heads = new ArrayList<>();
                while (row.next()) {
                    heads.add(new Head(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            new Sha256(row.getString(5)),
                            row.getLong(6),
                            Instants.read(row, 7),
                            row.getObject(8, LocalDate.class),
                            row.getBoolean(9)));
                }

                return List.copyOf(heads);
            }
        });
    }

    /** Connection exceptions are SQL states of class 08; a server that is told to stop answers with class 57. */
    private static boolean lostAnswer(SQLException cause) {
        String state = cause.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
