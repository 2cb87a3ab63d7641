package com.opsatc.tenancy.scope;

import com.opsatc.tenancy.database.Database;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the server's catalog says of who may do what in a platform's schema, whatever made it so. */
final class Rights {
    /** Of Flyway, whose rows are about the schema. */
    private static final String NOT_OURS = "flyway_schema_history";

    private static final String GRANTED = """
            SELECT CASE WHEN r.rolname IS NULL THEN 'everybody' ELSE replace(r.rolname, platform_role(''), '') END
                || ' | ' || g.what || ' | ' || string_agg(g.right, ', ' ORDER BY g.right COLLATE "C")
            FROM (
                SELECT c.relname::text AS what, a.grantee, a.privilege_type AS right, c.relowner AS owner
                FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = current_schema()::regnamespace
                UNION ALL
                SELECT c.relname::text, a.grantee, a.privilege_type || ' ' || t.attname, c.relowner
                FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
                WHERE c.relnamespace = current_schema()::regnamespace
                UNION ALL
                SELECT 'the schema', a.grantee, a.privilege_type, n.nspowner
                FROM pg_namespace n, aclexplode(n.nspacl) a WHERE n.oid = current_schema()::regnamespace
            ) g LEFT JOIN pg_roles r ON r.oid = g.grantee
            WHERE g.grantee <> g.owner AND coalesce(r.rolname NOT LIKE 'pg\\_%', true)
            GROUP BY r.rolname, g.what
            """;

    private static final String OPEN = """
            SELECT c.relkind::text || ' ' || c.relname FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relname <> '%s'
                AND (c.relkind IN ('v', 'm', 'f')
                    OR c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity))
            UNION ALL
            SELECT 'definer ' || proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND prosecdef
            UNION ALL
            SELECT 'member ' || m.rolname || ' of ' || replace(g.rolname, platform_role(''), '')
            FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles g ON g.oid = a.roleid
            WHERE m.rolname LIKE platform_role('%%') AND g.rolname <> platform_role('tenants')
            UNION ALL
            SELECT 'strong ' || rolname FROM pg_roles
            WHERE rolname LIKE platform_role('%%') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
            UNION ALL
            SELECT 'database ' || replace(r.rolname, platform_role(''), '') || ' ' || a.privilege_type
            FROM pg_database d, aclexplode(d.datacl) a JOIN pg_roles r ON r.oid = a.grantee
            WHERE d.datname = current_database() AND r.rolname LIKE platform_role('%%') AND a.privilege_type <> 'CONNECT'
            UNION ALL
            SELECT 'database everybody ' || a.privilege_type FROM pg_database d, aclexplode(d.datacl) a
            WHERE d.datname = current_database() AND a.grantee = 0
            """.formatted(NOT_OURS);

    private static final String POLICIES = """
            SELECT p.tablename || ' | ' || p.policyname || ' | ' || p.cmd || ' | ' || p.qual || coalesce(' | ' || p.with_check, '')
            FROM pg_policies p WHERE p.schemaname = current_schema()
            """;

    private Rights() {}

    /** Who may do what with which table, column and schema besides the owner: a line for each role and thing. */
    static List<String> granted(Database owner) {
        return lines(owner, GRANTED);
    }

    /** What goes round row-level security: none of it should be there. */
    static List<String> open(Database owner) {
        return lines(owner, OPEN);
    }

    /** Which rows each policy shows to whom. */
    static List<String> policies(Database owner) {
        return lines(owner, POLICIES);
    }

    private static List<String> lines(Database owner, String query) {
        return owner.transact("read the rights", handle -> {
            List<String> lines = new ArrayList<>();
            try (Statement statement = handle.getConnection().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }

            Collections.sort(lines);
            return lines;
        });
    }
}
