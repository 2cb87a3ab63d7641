package com.opsatc.jobs.cli.verb.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.StandInInstallation;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.tenancy.run.TenantLock;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs of a tenant in a real child process whose main class is a stand-in, and failures of the command itself. */
@ExtendWith(TestHome.Extension.class)
class RunCommandTest {
    private final TestHome home;
    private final StandInInstallation installation;

    RunCommandTest(TestHome home) throws IOException {
        this.home = home;
        installation = StandInInstallation.in(home);
    }

    @Test
    void run_childThatPublishes_isSummarisedAndLeavesNothing() throws IOException {
        CommandRun run = installation.run("run", "--tenant", installation.tenant("child-ok"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo("child-ok   published   run r1   as of 2026-03-02   head 1   read 10 = 7 admitted + 2"
                        + " quarantined + 1 duplicate   3 findings\n"
                        + "  refused   bad.csv: its gzip data ends too early: the delivery is cut; deliver it"
                        + " again\n");
        assertThat(run.err())
                .matches("child-ok     surroundings +42 rows  0:03   variables \\[LC_ALL, PATH, SPARK_LOCAL_IP]"
                        + " temporary true rwx------ mode PUBLISH pid \\d+\n");
        assertThat(installation.scratchFolders("child-ok")).isEmpty();
        try (Stream<Path> logs = Files.list(home.home().resolve("logs"))) {
            Path log = logs.filter(each -> each.getFileName().toString().startsWith("run-child-ok-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(log).hasContent("log of child-ok");
            assertThat(Files.getPosixFilePermissions(log)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void run_debuggedInAHomeOfOthers_isRefusedBeforeAnythingStarts() throws IOException {
        CommandRun run =
                installation.run("run", "--tenant", installation.tenant("child-debugged"), "--debug-child", "5005");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err())
                .startsWith("opsatc: Cannot put a child of ")
                .contains("it has tenants that are not the demo's, and whoever reaches the port reads a tenant's key");
        assertThat(installation.scratchFolders("child-debugged")).isEmpty();
        assertThat(installation
                        .run("run", "--all-tenants", "--debug-child", "70000")
                        .err())
                .contains("Invalid value for option '--debug-child': a port from 1 to 65535");
    }

    @Test
    void run_endedInAnyWay_isTelemetryOfOneOperation() throws IOException {
        installation.run("run", "--tenant", installation.tenant("told-ok"));
        installation.run("run", "--tenant", "told-ok", "--dry-run");
        installation.run("run", "--tenant", "told-unknown");
        installation.run("run", "--tenant", installation.tenant("told-gate"));

        assertThat(spans("told-ok"))
                .singleElement()
                .asString()
                .contains("\"service.name\",\"value\":{\"stringValue\":\"opsatc-run\"}")
                .contains("\"name\":\"run\",\"kind\":2")
                .doesNotContain(
                        "error.type", "user.id", "http.", installation.folder().toString(), "host", "process", "os.");
        assertThat(spans("told-unknown")).isEmpty();
        assertThat(spans("told-gate"))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span)
                        .contains(
                                "\"error.type\",\"value\":{\"stringValue\":\"QUALITY_GATE\"}",
                                "\"status\":{\"code\":2}")
                        .doesNotContain("rule failed"));
    }

    private List<String> spans(String tenant) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.home().resolve("telemetry/otlp"))) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }

        return lines.stream().filter(line -> line.contains('"' + tenant + '"')).toList();
    }

    @Test
    void run_onAScreen_drawsABar() {
        installation.tenant("child-ok");
        CommandRun run = new CommandRun.Start(
                        installation.root(), installation.folder(), home.start().environment(), true)
                .with("NO_COLOR", "1")
                .run("run", "--tenant", "child-ok", "--date", "2026-01-02", "--dry-run");

        assertThat(run.err()).startsWith("\r\u001b[Kchild-ok     surroundings                         ████████████ ");
        assertThat(run.err()).contains("mode DRY_RUN");
        assertThat(run.out()).contains("as of 2026-01-02");
    }

    @Test
    void run_childThatFails_endsWithItsCodeAndOneHarmlessLine() throws IOException {
        CommandRun run = installation.run("run", "--tenant", installation.tenant("child-gate"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("opsatc: Tenant child-gate: Cannot publish: rule failed\\u000a\\u001b[2J\n");
        assertThat(installation.scratchFolders("child-gate")).isEmpty();
    }

    @Test
    void run_childThatDies_namesItsLog() {
        CommandRun run = installation.run("run", "--tenant", installation.tenant("child-crash"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("opsatc: Cannot finish: the run's process ended with code 7 and without a result; its log is "
                        + home.home().resolve("logs/run-child-crash-"));
    }

    @Test
    void run_childThatSaysWhatIsNoMessage_isEnded() {
        CommandRun run = installation.run("run", "--tenant", installation.tenant("child-garbage"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("opsatc: Tenant child-garbage: Cannot read RunMessage: not a valid document")
                .doesNotContain("hello");
    }

    @Test
    void run_childWhoseThreadsAreDumped_goesOnAndTheDumpIsInItsLog() throws IOException {
        CommandRun run = installation.run("run", "--tenant", installation.tenant("child-dumped"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("child-dumped   published   run r1");
        try (Stream<Path> logs = Files.list(home.home().resolve("logs"))) {
            Path log = logs.filter(each -> each.getFileName().toString().startsWith("run-child-dumped-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(log)).contains("Full thread dump");
        }
    }

    @Test
    void run_recomputationThatDiffers_endsWith5AndNamesTheDocument() {
        CommandRun run = installation.run("run", "--tenant", installation.tenant("child-differs"), "--recompute");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).contains("child-differs   different   ").contains("\n  differs   kpis.json\n");
        assertThat(run.err()).contains("mode RECOMPUTE");
    }

    @Test
    void run_failureOfTheCommandItself_isAResultOfEachTenantToo() throws IOException {
        installation.tenant("child-ok");
        installation.tenant("child-gate");
        Path temporary = home.home().resolve("tmp");
        Path aside = Files.move(temporary, temporary.resolveSibling("tmp-aside"));
        try {
            CommandRun run = installation.run("run", "--tenant", "child-ok", "--tenant", "child-gate");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err())
                    .isEqualTo(
                            "opsatc: Cannot run tenant child-ok: internal error UncheckedIOException; please report it"
                                    + " with " + home.home().resolve("logs/opsatc.log")
                                    + "\n"
                                    + "opsatc: Cannot run tenant child-gate: internal error UncheckedIOException;"
                                    + " please report it with " + home.home().resolve("logs/opsatc.log") + "\n");
        } finally {
            Files.move(aside, temporary);
        }
    }

    @Test
    void run_lockedTenant_endsWith75() {
        TenantId tenant = new TenantId(installation.tenant("child-ok"));
        try (Tenancy tenancy = home.open();
                TenantScope scope = tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
                TenantLock lock = TenantLock.acquire(scope)) {
            lock.requireHeld();
            CommandRun run = installation.run("run", "--tenant", "child-ok");

            assertThat(run.code()).isEqualTo(75);
            assertThat(run.err()).startsWith("opsatc: Cannot run tenant child-ok: ");
        }
    }

    @Test
    void run_tenantAndAllTenants_isAUsageError() {
        assertThat(installation.run("run").code()).isEqualTo(2);
        assertThat(installation.run("run", "--tenant", "a1", "--all-tenants").code())
                .isEqualTo(2);
        assertThat(installation
                        .run("run", "--tenant", "a1", "--dry-run", "--recompute")
                        .code())
                .isEqualTo(2);
        assertThat(installation
                        .run("run", "--tenant", "a1", "--date", "yesterday")
                        .code())
                .isEqualTo(2);
        assertThat(installation
                        .run("run", "--tenant", "a1", "--max-parallel-tenants", "0")
                        .err())
                .isEqualTo(
                        "opsatc: Invalid value for option '--max-parallel-tenants': at least 1 tenant runs; see 'opsatc"
                                + " run --help'\n");
        assertThat(installation.run("run", "--tenant", "a1", "--memory", "16").err())
                .isEqualTo("opsatc: Invalid value for option '--memory': a run needs at least 512; see 'opsatc run"
                        + " --help'\n");
    }

    @Test
    void run_thatFailsBeforeItStarts_isInTheLedger() throws IOException {
        Path extract = Files.createDirectory(installation.folder().resolve("vanishing"));
        installation.run(
                "tenant", "add", "child-nowhere", "--connector", "generic/xes", "--source", extract.toString());
        Files.delete(extract);

        CommandRun run = installation.run("run", "--tenant", "child-nowhere");

        assertThat(run.code()).isEqualTo(2);
        assertThat(installation
                        .run("runs", "--tenant", "child-nowhere", "--output", "csv")
                        .out())
                .contains(",failed,", ",CONFIGURATION,", extract.toString());
        installation.run("run", "--tenant", "child-nowhere", "--dry-run");
        assertThat(installation
                        .run("runs", "--tenant", "child-nowhere", "--output", "csv")
                        .out())
                .hasLineCount(2);
    }
}
