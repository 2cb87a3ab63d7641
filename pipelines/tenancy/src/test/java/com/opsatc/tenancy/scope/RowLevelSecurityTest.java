package com.opsatc.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.RoleLogins;
import com.opsatc.tenancy.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant's login reads and changes rows of that tenant alone, and every way round that is seen. */
@ExtendWith(Platforms.Extension.class)
class RowLevelSecurityTest {
    private static final int ALL_STATES = 16;
    private static final int FEW_STATES = 7;

    /** What would open a way, and what closes it again. */
    private static final Map<String, String> MUTANTS = mutants();

    private final OwnPlatform platform;
    private final Database owner;
    private final TenantId acme;
    private final TenantId globex;

    RowLevelSecurityTest(OwnPlatform platform) {
        this.platform = platform;
        this.owner = platform.tenancy().database();
        this.acme = platform.tenant("acme");
        this.globex = platform.tenant("globex");
    }

    private static Map<String, String> mutants() {
        Map<String, String> mutants = new TreeMap<>();
        mutants.put("ALTER TABLE head NO FORCE ROW LEVEL SECURITY", "ALTER TABLE head FORCE ROW LEVEL SECURITY");
        mutants.put("ALTER TABLE run DISABLE ROW LEVEL SECURITY", "ALTER TABLE run ENABLE ROW LEVEL SECURITY");
        mutants.put(
                "ALTER POLICY tenant ON head USING (true)", "ALTER POLICY tenant ON head USING (is_tenant(tenant))");
        mutants.put(
                "ALTER POLICY tenant ON run USING (tenant = current_setting('app.tenant', true))",
                "ALTER POLICY tenant ON run USING (is_tenant(tenant))");
        mutants.put(
                "ALTER POLICY tenant ON audit_log USING (true)",
                "ALTER POLICY tenant ON audit_log USING (is_log(log))");
        mutants.put("CREATE POLICY easy ON tenant_source USING (true)", "DROP POLICY easy ON tenant_source");
        mutants.put("CREATE POLICY easy ON audit_entry FOR SELECT USING (true)", "DROP POLICY easy ON audit_entry");
        mutants.put("GRANT DELETE ON head TO %tenants", "REVOKE DELETE ON head FROM %tenants");
        mutants.put("GRANT UPDATE ON head TO %tenants", "REVOKE UPDATE ON head FROM %tenants");
        mutants.put("GRANT UPDATE (payload) ON outbox TO %tenants", "REVOKE UPDATE (payload) ON outbox FROM %tenants");
        mutants.put("GRANT TRUNCATE ON run TO %tenants", "REVOKE TRUNCATE ON run FROM %tenants");
        mutants.put("GRANT SELECT ON login TO %tenants", "REVOKE SELECT ON login FROM %tenants");
        mutants.put("GRANT SELECT ON scheduled_job TO PUBLIC", "REVOKE SELECT ON scheduled_job FROM PUBLIC");
        mutants.put("GRANT CREATE ON SCHEMA %schema TO %tenants", "REVOKE CREATE ON SCHEMA %schema FROM %tenants");
        mutants.put(
                "GRANT TEMPORARY ON DATABASE opsatc TO %tenants", "REVOKE TEMPORARY ON DATABASE opsatc FROM %tenants");
        mutants.put("GRANT %operator TO %tenants", "REVOKE %operator FROM %tenants");
        mutants.put("CREATE VIEW heads AS TABLE head; GRANT SELECT ON heads TO %tenants", "DROP VIEW heads");
        mutants.put(
                "CREATE MATERIALIZED VIEW heads AS TABLE head; GRANT SELECT ON heads TO %tenants",
                "DROP MATERIALIZED VIEW heads");
        mutants.put(
                "CREATE FUNCTION heads() RETURNS SETOF head LANGUAGE sql SECURITY DEFINER AS 'TABLE head'",
                "DROP FUNCTION heads()");
        mutants.put("CREATE TABLE fresh (tenant text); GRANT SELECT ON fresh TO %tenants", "DROP TABLE fresh");
        return mutants;
    }

    @BeforeEach
    void fill() {
        owner.transact("fill", handle -> {
            for (TenantId tenant : List.of(acme, globex)) {
                rows(handle, tenant);
            }
            return null;
        });
    }

    @Test
    void rights_areThoseOfTheDocumentation_andNothingGoesRoundThem() throws IOException {
        assertThat(Rights.open(owner)).isEmpty();
        assertThat(documented("Rights")).containsExactlyElementsOf(Rights.granted(owner));
        assertThat(documented("Rows")).containsExactlyElementsOf(Rights.policies(owner));
    }

    @Test
    void statements_ofATenant_reachNoRowOfAnother() {
        assertNothingReached(FEW_STATES, 2_000);
    }

    @Test
    @Tag("campaign")
    void statements_ofATenant_inEveryState_reachNoRowOfAnother() {
        assertNothingReached(ALL_STATES, 5_000);
    }

    /** Each of these is seen: by what is tried, or by what the catalog says. */
    @Test
    void mutants_eachTurnsTheSuiteRed() throws IOException {
        assertThat(MUTANTS).hasSizeGreaterThanOrEqualTo(20);
        List<String> survived = new ArrayList<>();
        for (Map.Entry<String, String> mutant : MUTANTS.entrySet()) {
            execute(mutant.getKey());
            boolean seen = !Rights.open(owner).isEmpty()
                    || !Rights.granted(owner).equals(documented("Rights"))
                    || !Rights.policies(owner).equals(documented("Rows"));
            execute(mutant.getValue());
            if (!seen) {
                survived.add(mutant.getKey());
            }
        }

        assertThat(survived).isEmpty();
        rights_areThoseOfTheDocumentation_andNothingGoesRoundThem();
    }

    /** What is tried finds a way by itself, too. */
    @Test
    void intrusion_whereAWayIsOpen_findsIt() {
        for (String way : List.of(
                "ALTER POLICY tenant ON head USING (true)",
                "ALTER TABLE run DISABLE ROW LEVEL SECURITY",
                "ALTER POLICY tenant ON tenant_source USING (true)")) {
            execute(way);
        }

        try (TenantScope scope =
                platform.tenancy().open(acme, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN)) {
            assertThat(new Intrusion(acme, globex, salt(globex))
                            .run(owner, login(scope), 1)
                            .leaks())
                    .anyMatch(leak -> leak.startsWith("read head"))
                    .anyMatch(leak -> leak.startsWith("read run,"))
                    .anyMatch(leak -> leak.startsWith("changed tenant_source"));
        }
    }

    @Test
    void remove_tenantWithALogin_takesTheLoginAway() {
        platform.tenancy()
                .open(globex, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.READ)
                .close();
        assertThat(logins()).hasSize(1);
        owner.transact("remove", handle -> {
            RoleLogins.remove(handle, globex);
            return null;
        });
        assertThat(logins()).isEmpty();
    }

    @Test
    void platformRoles_haveNothingOfTenantsDocuments() {
        try (PlatformScope telemetry = platform.scope(Purpose.READ)) {
            assertThatThrownBy(() -> telemetry.database().transact("look", handle -> handle.execute("TABLE head")))
                    .hasMessageStartingWith("Cannot look: the database answered SQL state 42501");
        }
    }

    private void assertNothingReached(int states, int cases) {
        try (TenantScope scope =
                platform.tenancy().open(acme, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN)) {
            Intrusion.Outcome outcome = new Intrusion(acme, globex, salt(globex)).run(owner, login(scope), states);
            assertThat(outcome.leaks()).isEmpty();
            assertThat(outcome.cases()).isGreaterThanOrEqualTo(cases);
            int own = scope.database()
                    .transact(
                            "look",
                            handle -> handle.createQuery("SELECT count(*) FROM head WHERE tenant = 'acme'")
                                    .mapTo(int.class)
                                    .one());
            assertThat(own).as("it has its own rows").isEqualTo(1);
        }
    }

    private Database login(TenantScope scope) {
        return Platforms.elsewhere(scope.database()::writeTo, url -> url);
    }

    private List<String> logins() {
        return owner.transact(
                "list the logins",
                handle -> handle.createQuery("SELECT rolname FROM pg_roles WHERE rolname = tenant_role('globex')")
                        .mapTo(String.class)
                        .list());
    }

    private String salt(TenantId tenant) {
        return owner.transact(
                "find a salt",
                handle -> handle.createQuery("SELECT salt_id FROM tenant WHERE id = :id")
                        .bind("id", tenant)
                        .mapTo(String.class)
                        .one());
    }

    private void execute(String statements) {
        owner.transact("test", handle -> {
            for (String statement : statements.split("; ")) {
                handle.execute(named(handle, statement));
            }
            return null;
        });
    }

    private static String named(Handle handle, String statement) {
        return handle.createQuery(
                        "SELECT replace(replace(replace(:s, '%tenants', platform_role('tenants')), '%operator',"
                                + " platform_role('operator')), '%schema', current_schema())")
                .bind("s", statement)
                .mapTo(String.class)
                .one();
    }

    private void rows(Handle handle, TenantId tenant) {
        String id = tenant.value();
        String log = handle.createQuery("SELECT salt_id FROM tenant WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
        handle.execute("INSERT INTO tenant_source VALUES (?, 's', 'c', '/p', 'UTC', '{}')", id);
        handle.execute(
                "INSERT INTO run (tenant, attempt_id, state, stage, started_at) VALUES (?, 'a1', 'STARTED', 'x', now())",
                id);
        handle.execute(
                "INSERT INTO head VALUES (?, 1, 'r', 'a1', 'm', repeat('0', 64), 1, now(), DATE '2026-03-28', true)",
                id);
        handle.execute("INSERT INTO outbox (tenant, head_sequence, topic, payload) VALUES (?, 1, 't', '{}')", id);
        handle.execute(
                "INSERT INTO tenant_change (tenant, changed_at, actor, what) VALUES (?, now(), 'a', 'zone')", id);
        handle.execute("INSERT INTO withdrawn_file VALUES (?, 's', repeat('0', 64), 'n', now(), 'a')", id);
        handle.execute(
                "INSERT INTO iceberg_tables VALUES (?, 't', 'log', 'm', NULL, NULL)", StoreLocation.catalog(tenant));
        handle.execute(
                "INSERT INTO iceberg_namespace_properties VALUES (?, 't', 'exists', 'true')",
                StoreLocation.catalog(tenant));
        handle.execute("INSERT INTO audit_log (log, size, last_us) VALUES (?, 1, 1) ON CONFLICT DO NOTHING", log);
        handle.execute(
                "INSERT INTO audit_entry VALUES (?, 0, decode(repeat('00', 32), 'hex'), '') ON CONFLICT DO NOTHING",
                log);
    }

    /** The lines of a table of the page, below its heading. */
    private static List<String> documented(String heading) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean here = false;
        for (String line :
                Files.readAllLines(Path.of(System.getProperty("opsatc.root")).resolve("docs/database-roles.md"))) {
            if (line.startsWith("## ")) {
                here = line.equals("## " + heading);
            } else if (here && line.startsWith("| ") && !line.startsWith("| role |") && !line.startsWith("| table |")) {
                lines.add(line.substring(2, line.length() - 2));
            }
        }
        return lines;
    }
}
