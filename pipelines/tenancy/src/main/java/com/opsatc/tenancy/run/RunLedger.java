package com.opsatc.tenancy.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.database.Instants;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What attempts there were, and how each ended. Written under the tenant's {@link TenantLock}. */
public final class RunLedger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunLedger() {}

    /** Records that an attempt begins; attempts that are still started were killed and become abandoned. */
    public static void start(TenantScope scope, String attemptId, Instant now) {
        scope.requireWrites("start a run");
        scope.database().transact("start a run of tenant " + scope.tenant(), connection -> {
            execute(
                    connection,
                    "UPDATE run SET state = 'ABANDONED', finished_at = ? WHERE tenant = ? AND state = 'STARTED'",
                    now,
                    scope.tenant().value());
            execute(
                    connection,
                    "INSERT INTO run (tenant, attempt_id, state, stage, started_at)"
                            + " VALUES (?, ?, 'STARTED', 'start', ?)",
                    scope.tenant().value(),
                    attemptId,
                    now);
            return null;
        });
    }

    /** Records what the attempt turned out to compute, once its inputs are known. */
    public static void identify(TenantScope scope, String attemptId, String runId, LocalDate logicalDate) {
        update(scope, attemptId, "run_id = ?, logical_date = ?", runId, logicalDate);
    }

    /** Records the stage that begins, and counts so far. */
    public static void stage(TenantScope scope, String attemptId, String stage, Map<String, Long> rows) {
        try {
            update(
                    scope,
                    attemptId,
                    "stage = ?, rows = rows || ?::jsonb",
                    stage,
                    JSON.writeValueAsString(new TreeMap<>(rows)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts of rows cannot be written", e);
        }
    }

    /** Records that the attempt ended with an error, whose message holds no cell value. */
    public static void fail(TenantScope scope, String attemptId, ErrorCode code, String message, Instant now) {
        update(
                scope,
                attemptId,
                "state = 'FAILED', error_code = ?, error_message = ?, finished_at = ?",
                code.name(),
                message,
                now);
    }

    /** Records an attempt that failed before it began; one that the ledger has already is left as it is. */
    public static void failed(TenantScope scope, String attemptId, ErrorCode code, String message, Instant now) {
        scope.requireWrites("record a run");
        scope.database().transact("record a run of tenant " + scope.tenant(), connection -> {
            execute(
                    connection,
                    "INSERT INTO run (tenant, attempt_id, state, stage, started_at, finished_at, error_code, error_message)"
                            + " VALUES (?, ?, 'FAILED', 'start', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    scope.tenant().value(),
                    attemptId,
                    now,
                    now,
                    code.name(),
                    message);
            return null;
        });
    }

    /** All attempts, newest first; attempts of one instant by attempt id. */
    public static List<Run> list(TenantScope scope) {
        return scope.database().transact("list the runs of tenant " + scope.tenant(), connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT attempt_id, run_id, logical_date, state, stage, started_at, finished_at, error_code,"
                            + " error_message, rows FROM run WHERE tenant = ?"
                            + " ORDER BY started_at DESC, attempt_id COLLATE \"C\"")) {
                statement.setString(1, scope.tenant().value());
                ResultSet row = statement.executeQuery();
                List<Run> runs = new ArrayList<>();
                while (row.next()) {
                    runs.add(read(row));
                }

                return List.copyOf(runs);
            }
        });
    }

    /** Ends a run inside the transaction that inserts its head. */
    static void published(Connection connection, TenantScope scope, NewHead head) throws SQLException {
        int runs = execute(
                connection,
                "UPDATE run SET state = 'PUBLISHED', finished_at = ?"
                        + " WHERE tenant = ? AND attempt_id = ? AND run_id = ? AND state = 'STARTED'",
                head.publishedAt(),
                scope.tenant().value(),
                head.attemptId(),
                head.runId());
        requireStarted(scope, runs);
    }

    private static void update(TenantScope scope, String attemptId, String assignments, Object... values) {
        scope.requireWrites("record a run");
        scope.database().transact("record a run of tenant " + scope.tenant(), connection -> {
            List<Object> all = new ArrayList<>(List.of(values));
            all.add(scope.tenant().value());
            all.add(attemptId);
            String sql = "UPDATE run SET " + assignments + " WHERE tenant = ? AND attempt_id = ? AND state = 'STARTED'";
            requireStarted(scope, execute(connection, sql, all.toArray()));
            return null;
        });
    }

    private static void requireStarted(TenantScope scope, int runs) {
        if (runs != 1) {
            throw new PipelineException(
                    ErrorCode.CONFLICT,
                    "Cannot record a run of tenant " + scope.tenant()
                            + ": the attempt is not started, or another attempt found it abandoned; run again");
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Instant instant) {
                    Instants.set(statement, i + 1, instant);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }

            return statement.executeUpdate();
        }
    }

    private static Run read(ResultSet row) throws SQLException {
        String code = row.getString(8);
        try {
            return new Run(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    Run.State.valueOf(row.getString(4)),
                    row.getString(5),
                    Instants.read(row, 6),
                    Instants.read(row, 7),
                    code == null ? null : ErrorCode.valueOf(code),
                    row.getString(9),
                    JSON.readValue(row.getString(10), new TypeReference<TreeMap<String, Long>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A run's counts are not a map of numbers", e);
        }
    }
}
