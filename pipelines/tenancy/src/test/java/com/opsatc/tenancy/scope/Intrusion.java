package com.opsatc.tenancy.scope;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.store.StoreLocation;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Somebody with a tenant's login who tries every kind of statement on every table, in every state of a session, for the rows of
 * another tenant. It goes by the server's catalog, so that a table that is new is tried as well.
 *
 * @param own the tenant whose login it has
 * @param foreign the one whose rows it is after; both have rows in every table of tenants
 * @param foreignLog the name of that one's audit log
 */
record Intrusion(TenantId own, TenantId foreign, String foreignLog) {
    /** The column that says whose a row is; a table without one of these has rows of nobody else. */
    private static final List<String> OWNERS = List.of("tenant", "catalog_name", "log", "id");

    /** States of a session: statements before, in order, and whether they open a transaction. Those that fail are passed over. */
    private static final Map<String, List<String>> STATES = states();

    private static final List<String> FRESH =
            List.of("ROLLBACK", "RESET SESSION AUTHORIZATION", "RESET ALL", "SET search_path = %schema");

    private static Map<String, List<String>> states() {
        Map<String, List<String>> states = new LinkedHashMap<>();
        states.put("fresh", List.of());
        states.put("row_security off", List.of("SET row_security = off"));
        states.put("as the group", List.of("SET ROLE %group"));
        states.put("as the owner", List.of("SET ROLE %owner"));
        states.put("as the other", List.of("SET ROLE %other"));
        states.put("other session", List.of("SET SESSION AUTHORIZATION %other"));
        states.put("settings", List.of("SELECT set_config('app.tenant', '%foreign', false)"));
        states.put("generic plans", List.of("SET plan_cache_mode = force_generic_plan"));
        states.put("parallel plans", List.of("SET debug_parallel_query = on"));
        states.put("no indexes", List.of("SET enable_indexscan = off", "SET enable_bitmapscan = off"));
        states.put("in a transaction", List.of("BEGIN"));
        states.put("serializable", List.of("BEGIN ISOLATION LEVEL SERIALIZABLE"));
        states.put("after a rollback", List.of("BEGIN", "SELECT 1", "ROLLBACK"));
        states.put("after a savepoint", List.of("BEGIN", "SAVEPOINT s", "SELECT 1 / 0", "ROLLBACK TO s"));
        states.put("after an error", List.of("BEGIN", "SELECT 1 / 0", "ROLLBACK"));
        states.put(
                "after a timeout",
                List.of("SET statement_timeout = 1", "SELECT pg_sleep(0.01)", "RESET statement_timeout"));
        return states;
    }

    /** Statements that read: rows of the other tenant are counted. */
    private static final List<String> READS = List.of(
            "SELECT count(*) FROM %table WHERE %column = '%key'",
            "SELECT count(*) FROM %table t WHERE t::text LIKE '%' || '%key' || '%'",
            "SELECT count(*) FROM (SELECT * FROM %table WHERE %column = '%key' FOR UPDATE) t",
            "SELECT count(*) FROM (SELECT * FROM %table WHERE %column = '%key' FOR KEY SHARE) t",
            "WITH t AS MATERIALIZED (SELECT * FROM %table) SELECT count(*) FROM t WHERE %column = '%key'",
            "SELECT count(*) FROM %table a JOIN %table b USING (%column) WHERE a.%column = '%key'",
            "SELECT (EXISTS (SELECT FROM %table WHERE %column = '%key'))::int",
            "SELECT count(*) FROM (TABLE %table) t WHERE %column = '%key'");

    /** Statements that change: whether anything of the other tenant is other afterwards is seen by the owner. */
    private static final List<String> CHANGES = List.of(
            "UPDATE %table SET %column = %column WHERE %column = '%key'",
            "UPDATE %table SET %column = '%key'",
            "DELETE FROM %table WHERE %column = '%key' RETURNING *",
            "DELETE FROM %table",
            "TRUNCATE %table CASCADE",
            "INSERT INTO %table SELECT (jsonb_populate_record(t, jsonb_build_object('%column', '%key'))).* FROM %table t LIMIT 1",
            "INSERT INTO %table SELECT * FROM %table ON CONFLICT DO NOTHING",
            "MERGE INTO %table t USING (SELECT '%key' AS k) s ON t.%column = s.k WHEN MATCHED THEN DELETE",
            "ALTER TABLE %table DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE %table NO FORCE ROW LEVEL SECURITY",
            "CREATE POLICY mine ON %table USING (true)",
            "DROP POLICY platform ON %table",
            "GRANT ALL ON %table TO PUBLIC",
            "DROP TABLE %table CASCADE",
            "CREATE TEMP TABLE stolen AS TABLE %table",
            "CREATE VIEW stolen AS TABLE %table",
            "CREATE INDEX stolen ON %table (%column)",
            "LOCK TABLE %table IN ACCESS EXCLUSIVE MODE NOWAIT",
            "COPY %table FROM PROGRAM 'echo'",
            "COPY %table TO '/tmp/stolen'");

    /** What it got at. */
    record Outcome(int cases, List<String> leaks) {
        Outcome {
            leaks = List.copyOf(leaks);
        }
    }

    /**
     * Tries everything.
     *
     * @param owner sees all rows, and is asked before and after
     * @param login of {@link #own}
     */
    Outcome run(Database owner, Database login, int states) {
        Map<String, String> tables = tables(owner);
        Map<String, String> before = foreignRows(owner, tables);
        Map<String, String> names = names(owner);
        List<String> leaks = new ArrayList<>();
        int cases = 0;
        for (Map.Entry<String, List<String>> state :
                STATES.entrySet().stream().limit(states).toList()) {
            List<String> first = new ArrayList<>(FRESH);
            first.addAll(state.getValue());
            first.replaceAll(statement -> filled(statement, names));
            try (Connection connection = login.connect()) {
                for (Map.Entry<String, String> table : tables.entrySet()) {
                    String place = table.getKey() + ", " + state.getKey();
                    for (String read : READS) {
                        cases++;
                        if (seen(connection, first, of(table, read)) > 0) {
                            leaks.add("read " + place + ": " + read);
                        }
                    }
                    cases++;
                    if (copied(connection, first, table)) {
                        leaks.add("copied " + place);
                    }
                    for (String change : CHANGES) {
                        cases++;
                        change(connection, first, of(table, change));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }

            foreignRows(owner, tables).forEach((table, rows) -> {
                if (!rows.equals(before.get(table))) {
                    leaks.add("changed " + table + ", " + state.getKey());
                }
            });
        }

        return new Outcome(cases, leaks);
    }

    /** The tables, and the column that says whose a row is. */
    private static Map<String, String> tables(Database owner) {
        return owner.transact("list the tables", handle -> {
            Map<String, String> tables = new TreeMap<>();
            for (String column : OWNERS) {
                handle.createQuery("SELECT CAST(c.relname AS text) FROM pg_class c"
                                + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = :column"
                                + " WHERE c.relnamespace = CAST(current_schema() AS regnamespace)"
                                + " AND c.relkind IN ('r', 'p', 'v', 'm')")
                        .bind("column", column)
                        .mapTo(String.class)
                        .forEach(table -> tables.putIfAbsent(table, column));
            }
            return tables;
        });
    }

    private Map<String, String> foreignRows(Database owner, Map<String, String> tables) {
        return owner.transact("look at the rows", handle -> {
            Map<String, String> rows = new TreeMap<>();
            tables.forEach((table, column) -> rows.put(
                    table,
                    handle.createQuery("SELECT count(*) || ' ' || coalesce(md5(string_agg(CAST(t AS text), ',' ORDER BY"
                                    + " CAST(t AS text))), '') FROM " + table + " t WHERE " + column + " = :key")
                            .bind("key", key(column))
                            .mapTo(String.class)
                            .one()));
            return rows;
        });
    }

    private String key(String column) {
        return switch (column) {
            case "log" -> foreignLog;
            case "catalog_name" -> StoreLocation.catalog(foreign);
            default -> foreign.value();
        };
    }

    private String of(Map.Entry<String, String> table, String statement) {
        return filled(
                statement,
                Map.of("%table", table.getKey(), "%column", table.getValue(), "%key", key(table.getValue())));
    }

    private static String filled(String statement, Map<String, String> names) {
        String filled = statement;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    private Map<String, String> names(Database owner) {
        return owner.transact(
                "name the roles",
                handle -> handle.createQuery("SELECT platform_role('tenants') AS g, tenant_role(:other) AS o,"
                                + " CAST(session_user AS text) AS w, CAST(current_schema() AS text) AS s")
                        .bind("other", foreign)
                        .map((row, context) -> Map.of(
                                "%group", row.getString("g"),
                                "%other", row.getString("o"),
                                "%owner", row.getString("w"),
                                "%schema", row.getString("s"),
                                "%foreign", foreign.value()))
                        .one());
    }

    private static long seen(Connection connection, List<String> first, String read) {
        try (Statement session = connection.createStatement()) {
            first.forEach(each -> attempt(session, each));
            try (ResultSet rows = session.executeQuery(read)) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException e) {
            return 0;
        }
    }

    private static void change(Connection connection, List<String> first, String change) throws SQLException {
        try (Statement session = connection.createStatement()) {
            first.forEach(each -> attempt(session, each));
            attempt(session, change);
            attempt(session, "COMMIT");
        }
    }

    private boolean copied(Connection connection, List<String> first, Map.Entry<String, String> table) {
        StringBuilder out = new StringBuilder();
        try (Statement session = connection.createStatement()) {
            first.forEach(each -> attempt(session, each));
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (TABLE " + table.getKey() + ") TO STDOUT");
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                out.append(new String(line, StandardCharsets.UTF_8));
            }
        } catch (SQLException e) {
            return false;
        }
        return out.indexOf(key(table.getValue())) >= 0;
    }

    private static void attempt(Statement session, String statement) {
        try {
            session.execute(statement);
        } catch (SQLException e) {
            return; // what is refused is gone on without
        }
    }
}
