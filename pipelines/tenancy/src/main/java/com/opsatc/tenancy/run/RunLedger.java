package com.opsatc.tenancy.run;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What attempts there were, and how each ended. Written under the tenant's {@link TenantLock}. */
public final class RunLedger {
    private RunLedger() {}

    /** Records that an attempt begins; attempts that are still started were killed and become abandoned. */
    public static void start(TenantScope scope, String attemptId, Instant now) {
        scope.requireWrites("start a run");
        scope.database().transact("start a run of tenant " + scope.tenant(), handle -> {
            handle.execute(
                    "UPDATE run SET state = 'ABANDONED', finished_at = ? WHERE tenant = ? AND state = 'STARTED'",
                    now,
                    scope.tenant());
            handle.execute(
                    "INSERT INTO run (tenant, attempt_id, state, stage, started_at)"
                            + " VALUES (?, ?, 'STARTED', 'start', ?)",
                    scope.tenant(),
                    attemptId,
                    now);
            return AuditEntries.append(handle, scope, AuditAction.RUN_STARTED, attemptId, Map.of());
        });
    }

    /** Records what the attempt turned out to compute, once its inputs are known. */
    public static void identify(TenantScope scope, String attemptId, String runId, LocalDate logicalDate) {
        update(scope, attemptId, "run_id = :run, logical_date = :date", Map.of("run", runId, "date", logicalDate));
    }

    /** Records the stage that begins, and counts so far. */
    public static void stage(TenantScope scope, String attemptId, String stage, Map<String, Long> rows) {
        update(
                scope,
                attemptId,
                "stage = :stage, rows = rows || CAST(:rows AS jsonb)",
                Map.of("stage", stage, "rows", new TreeMap<>(rows)));
    }

    /** Records that the attempt ended with an error, whose message holds no cell value. */
    public static void fail(TenantScope scope, String attemptId, ErrorCode code, String message, Instant now) {
        scope.requireWrites("record a run");
        scope.database().transact("record a run of tenant " + scope.tenant(), handle -> {
            update(
                    handle,
                    scope,
                    attemptId,
                    "state = 'FAILED', error_code = :code, error_message = :message, finished_at = :now",
                    Map.of("code", code, "message", message, "now", now));
            return recordFailure(handle, scope, attemptId, code);
        });
    }

    /** Records an attempt that failed before it began; one that the ledger has already is left as it is. */
    public static void failed(TenantScope scope, String attemptId, ErrorCode code, String message, Instant now) {
        scope.requireWrites("record a run");
        scope.database().transact("record a run of tenant " + scope.tenant(), handle -> {
            int recorded = handle.createUpdate(
                            "INSERT INTO run (tenant, attempt_id, state, stage, started_at, finished_at, error_code,"
                                    + " error_message) VALUES (:tenant, :attempt, 'FAILED', 'start', :now, :now, :code,"
                                    + " :message) ON CONFLICT DO NOTHING")
                    .bind("tenant", scope.tenant())
                    .bind("attempt", attemptId)
                    .bind("now", now)
                    .bind("code", code)
                    .bind("message", message)
                    .execute();
            return recorded == 0 ? 0L : recordFailure(handle, scope, attemptId, code);
        });
    }

    /** All attempts, newest first; attempts of one instant by attempt id. */
    public static List<Run> list(TenantScope scope) {
        return scope.database()
                .transact(
                        "list the runs of tenant " + scope.tenant(),
                        handle -> handle.createQuery(
                                        "SELECT attempt_id, run_id, logical_date, state, stage, started_at, finished_at, error_code,"
                                                + " error_message, rows FROM run WHERE tenant = :tenant"
                                                + " ORDER BY started_at DESC, attempt_id COLLATE \"C\"")
                                .bind("tenant", scope.tenant())
                                .map(ConstructorMapper.of(Run.class))
                                .list());
    }

    /** Ends a run inside the transaction that inserts its head. */
    static void published(Handle handle, TenantScope scope, NewHead head) {
        int runs = handle.createUpdate(
                        "UPDATE run SET state = 'PUBLISHED', finished_at = :publishedAt WHERE tenant = :tenant"
                                + " AND attempt_id = :attemptId AND run_id = :runId AND state = 'STARTED'")
                .bind("tenant", scope.tenant())
                .bindMethods(head)
                .execute();
        requireStarted(scope, runs);
    }

    private static void update(TenantScope scope, String attemptId, String assignments, Map<String, Object> values) {
        scope.requireWrites("record a run");
        scope.database().transact("record a run of tenant " + scope.tenant(), handle -> {
            update(handle, scope, attemptId, assignments, values);
            return null;
        });
    }

    private static void update(
            Handle handle, TenantScope scope, String attemptId, String assignments, Map<String, Object> values) {
        int runs = handle.createUpdate("UPDATE run SET " + assignments
                        + " WHERE tenant = :tenant AND attempt_id = :attempt AND state = 'STARTED'")
                .bindMap(values)
                .bind("tenant", scope.tenant())
                .bind("attempt", attemptId)
                .execute();
        requireStarted(scope, runs);
    }

    private static long recordFailure(Handle handle, TenantScope scope, String attemptId, ErrorCode code) {
        return AuditEntries.append(handle, scope, AuditAction.RUN_FAILED, attemptId, Map.of("code", code.name()));
    }

    private static void requireStarted(TenantScope scope, int runs) {
        if (runs != 1) {
            throw new PipelineException(
                    ErrorCode.CONFLICT,
                    "Cannot record a run of tenant " + scope.tenant()
                            + ": the attempt is not started, or another attempt found it abandoned; run again");
        }
    }
}
