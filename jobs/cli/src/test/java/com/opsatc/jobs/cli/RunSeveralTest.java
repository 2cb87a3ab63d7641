package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs of several tenants, each in a real child process whose main class is a stand-in. */
@ExtendWith(TestHome.Extension.class)
class RunSeveralTest {
    private final StandInInstallation installation;

    RunSeveralTest(TestHome home) throws IOException {
        installation = StandInInstallation.in(home);
    }

    @Test
    void run_severalTenants_goOnAfterAFailure() {
        installation.tenant("child-gate");
        installation.tenant("child-ok");

        CommandRun run = installation.run("run", "--tenant", "child-gate", "--tenant", "child-ok", "--output", "json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).hasLineCount(1);
        var tenants =
                CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8)).get("tenants");
        assertThat(tenants.get(0).get("failure").get("code").asText()).isEqualTo("QUALITY_GATE");
        assertThat(tenants.get(1).get("outcome").get("run_id").asText()).isEqualTo("r1");
    }

    @Test
    void run_severalAtOnce_keepTheirOrderWhateverOneOfThemDoes() {
        installation.tenant("child-crash");
        installation.tenant("child-ok");
        installation.tenant("child-gate");

        CommandRun run = installation.run(
                "run",
                "--tenant",
                "child-crash",
                "--tenant",
                "child-ok",
                "--tenant",
                "child-gate",
                "--max-parallel-tenants",
                "2",
                "--output",
                "json");

        assertThat(run.code()).isEqualTo(3);
        var tenants =
                CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8)).get("tenants");
        assertThat(tenants.get(0).get("failure").get("code").asText()).isEqualTo("INTERNAL");
        assertThat(tenants.get(1).get("outcome").get("run_id").asText()).isEqualTo("r1");
        assertThat(tenants.get(2).get("failure").get("code").asText()).isEqualTo("QUALITY_GATE");
    }

    @Test
    void run_severalTenants_endsWithATableByTenant() {
        installation.tenant("child-gate");
        installation.tenant("child-ok");

        CommandRun run = installation.run("run", "--tenant", "child-gate", "--tenant", "child-ok");

        assertThat(run.out().lines().skip(run.out().lines().count() - 3))
                .satisfiesExactly(
                        heading -> assertThat(heading)
                                .matches("tenant +state +run +as of +read +findings +seconds +exit code"),
                        failed -> assertThat(failed).matches("child-gate +failed +0 +4"),
                        done -> assertThat(done).matches("child-ok +published +r1 +2026-03-02 +10 +3 +0 +0"));
        assertThat(run.err()).contains("opsatc: Tenant child-gate: Cannot publish: rule failed");
    }

    /** The server is killed while the first tenant runs: the next one starts it again. */
    @Test
    void run_databaseLostDuringTheFirstTenant_everyTenantHasItsLineAndTheNextRuns() {
        installation.tenant("child-database");
        installation.tenant("child-ok");

        CommandRun run = installation.run("run", "--tenant", "child-database", "--tenant", "child-ok");

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
                .contains("opsatc: Cannot start a run of tenant child-database: the database answered SQL state 08")
                .contains("run the command again, which starts the home's own server");
        assertThat(run.out().lines().skip(run.out().lines().count() - 2))
                .satisfiesExactly(
                        failed -> assertThat(failed).matches("child-database +failed +0 +75"),
                        done -> assertThat(done).matches("child-ok +published +r1 +2026-03-02 +10 +3 +0 +0"));
        assertThat(installation
                        .run("runs", "--tenant", "child-database", "--output", "csv")
                        .out())
                .contains(",failed,", ",DATABASE,");
    }
}
