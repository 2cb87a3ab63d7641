package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.CanonicalJson;
import com.opsatc.contract.TenantId;
import com.opsatc.tenancy.Actor;
import com.opsatc.tenancy.Purpose;
import com.opsatc.tenancy.Role;
import com.opsatc.tenancy.Source;
import com.opsatc.tenancy.Tenancy;
import com.opsatc.tenancy.TenantLock;
import com.opsatc.tenancy.TenantScope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real child processes whose main class is a stand-in that computes nothing. */
@ExtendWith(TestHome.Extension.class)
class RunCommandTest {
    @TempDir
    private static Path folder;

    private static Path root;

    private final TestHome home;

    RunCommandTest(TestHome home) {
        this.home = home;
    }

    /** An installation whose run is the stand-in. */
    @BeforeAll
    static void install() throws IOException {
        Path real = Path.of(System.getProperty("opsatc.root"));
        root = folder.resolve("a root");
        Path target = Files.createDirectories(root.resolve("jobs/run/target"));
        Path cli = real.resolve("jobs/cli/target");
        Files.writeString(
                target.resolve("classpath"),
                cli.resolve("test-classes") + ":" + Files.readString(cli.resolve("classpath")));
        Files.writeString(target.resolve("run.options"), "--add-opens=java.base/java.nio=ALL-UNNAMED");
        Path connector = root.resolve("conf/connectors/generic/xes.yaml");
        Files.createDirectories(connector.getParent());
        Files.copy(real.resolve("conf/connectors/generic/xes.yaml"), connector);
        Files.writeString(folder.resolve("log.xes"), "<log/>");
    }

    private CommandRun run(String... arguments) {
        return new CommandRun.Start(root, folder, home.start().environment(), false).run(arguments);
    }

    private String tenant(String name) {
        CommandRun added = run(
                "tenant",
                "add",
                name,
                "--connector",
                "generic/xes",
                "--source",
                folder.resolve("log.xes").toString());
        assertThat(added.code()).as(added.err()).isZero();

        return name;
    }

    private List<Path> scratchFolders(String tenant) throws IOException {
        try (Stream<Path> files = Files.list(home.home().resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(tenant + "."))
                    .toList();
        }
    }

    @Test
    void run_childThatPublishes_isSummarisedAndLeavesNothing() throws IOException {
        CommandRun run = run("run", "--tenant", tenant("child-ok"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "child-ok   published   run r1   as of 2026-03-02   head 1   read 10 = 7 admitted + 2 quarantined +"
                                + " 1 duplicate   3 findings\n  refused   bad.csv: truncated-gzip\n");
        assertThat(run.err())
                .matches(
                        "child-ok     surroundings +42 rows  0:03   variables \\[LC_ALL, PATH, SPARK_LOCAL_IP] temporary true"
                                + " rwx------ mode PUBLISH pid \\d+\n");
        assertThat(scratchFolders("child-ok")).isEmpty();
        try (Stream<Path> logs = Files.list(home.home().resolve("logs"))) {
            Path log = logs.filter(each -> each.getFileName().toString().startsWith("run-child-ok-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(log).hasContent("log of child-ok");
            assertThat(Files.getPosixFilePermissions(log)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void run_endedInAnyWay_isTelemetryOfOneOperation() throws IOException {
        run("run", "--tenant", tenant("told-ok"));
        run("run", "--tenant", "told-ok", "--dry-run");
        run("run", "--tenant", "told-unknown");
        run("run", "--tenant", tenant("child-gate"));

        assertThat(spans("told-ok"))
                .singleElement()
                .asString()
                .contains("\"service.name\",\"value\":{\"stringValue\":\"opsatc-run\"}")
                .contains("\"name\":\"run\",\"kind\":2")
                .doesNotContain("error.type", "user.id", "http.", folder.toString(), "host", "process", "os.");
        assertThat(spans("told-unknown")).isEmpty();
        assertThat(spans("child-gate"))
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
        tenant("child-ok");
        CommandRun run = new CommandRun.Start(root, folder, home.start().environment(), true)
                .with("NO_COLOR", "1")
                .run("run", "--tenant", "child-ok", "--date", "2026-01-02", "--dry-run");

        assertThat(run.err()).startsWith("\r\u001b[Kchild-ok     surroundings                         ████████████ ");
        assertThat(run.err()).contains("mode DRY_RUN");
        assertThat(run.out()).contains("as of 2026-01-02");
    }

    @Test
    void run_childThatFails_endsWithItsCodeAndOneHarmlessLine() throws IOException {
        CommandRun run = run("run", "--tenant", tenant("child-gate"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("opsatc: Cannot publish: rule failed\\ua\\u1b[2J\n");
        assertThat(scratchFolders("child-gate")).isEmpty();
    }

    @Test
    void run_childThatDies_namesItsLog() {
        CommandRun run = run("run", "--tenant", tenant("child-crash"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("opsatc: Cannot finish: the run's process ended with code 7 and without a result; its log is "
                        + home.home().resolve("logs/run-child-crash-"));
    }

    @Test
    void run_childThatSaysWhatIsNoMessage_isEnded() {
        CommandRun run = run("run", "--tenant", tenant("child-garbage"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("opsatc: Cannot read RunMessage: not a valid document")
                .doesNotContain("hello");
    }

    @Test
    void run_recomputationThatDiffers_endsWith5AndNamesTheDocument() {
        CommandRun run = run("run", "--tenant", tenant("child-differs"), "--recompute");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).contains("child-differs   different   ").contains("\n  differs   kpis.json\n");
        assertThat(run.err()).contains("mode RECOMPUTE");
    }

    @Test
    void run_severalTenants_goOnAfterAFailure() {
        tenant("child-gate");
        tenant("child-ok");

        CommandRun run = run("run", "--tenant", "child-gate", "--tenant", "child-ok", "--output", "json");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).hasLineCount(1);
        var tenants =
                CanonicalJson.tree(run.out().getBytes(StandardCharsets.UTF_8)).get("tenants");
        assertThat(tenants.get(0).get("failure").get("code").asText()).isEqualTo("QUALITY_GATE");
        assertThat(tenants.get(1).get("outcome").get("run_id").asText()).isEqualTo("r1");
    }

    @Test
    void run_severalAtOnce_keepTheirOrderWhateverOneOfThemDoes() {
        tenant("child-crash");
        tenant("child-ok");
        tenant("child-gate");

        CommandRun run = run(
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
    void run_failureOfTheCommandItself_isAResultOfEachTenantToo() throws IOException {
        tenant("child-ok");
        tenant("child-gate");
        Path temporary = home.home().resolve("tmp");
        Path aside = Files.move(temporary, temporary.resolveSibling("tmp-aside"));
        try {
            CommandRun run = run("run", "--tenant", "child-ok", "--tenant", "child-gate");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err())
                    .isEqualTo(
                            "opsatc: Cannot run tenant child-ok: internal error UncheckedIOException; please report it"
                                    + " with " + home.home().resolve("logs/opsatc.log")
                                    + "\nopsatc: Cannot run tenant child-gate: internal error UncheckedIOException; please report"
                                    + " it with " + home.home().resolve("logs/opsatc.log") + "\n");
        } finally {
            Files.move(aside, temporary);
        }
    }

    @Test
    void run_lockedTenant_endsWith75() {
        TenantId tenant = new TenantId(tenant("child-ok"));
        try (Tenancy tenancy = home.open();
                TenantScope scope = tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
                TenantLock lock = TenantLock.acquire(scope)) {
            lock.requireHeld();
            CommandRun run = run("run", "--tenant", "child-ok");

            assertThat(run.code()).isEqualTo(75);
            assertThat(run.err()).startsWith("opsatc: Cannot run tenant child-ok: ");
        }
    }

    @Test
    void run_interrupted_endsTheChildAndCleansUp() throws Exception {
        tenant("child-wait");
        Process command = CommandProcess.builder(home, root, "run", "--tenant", "child-wait")
                .start();
        BufferedReader err =
                new BufferedReader(new InputStreamReader(command.getErrorStream(), StandardCharsets.UTF_8));
        long child = Long.parseLong(err.readLine().replaceFirst("^.* pid ", ""));

        new ProcessBuilder("kill", "-INT", String.valueOf(command.pid()))
                .start()
                .waitFor();

        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(130);
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(scratchFolders("child-wait")).isEmpty();
        assertThat(run("run", "--tenant", tenant("child-ok")).code()).isZero();
    }

    @Test
    void run_twoAtOnceInterrupted_endsBothChildrenAndCleansUp() throws Exception {
        tenant("child-wait");
        tenant("child-wait-too");
        Process command = CommandProcess.builder(
                        home,
                        root,
                        "run",
                        "--tenant",
                        "child-wait",
                        "--tenant",
                        "child-wait-too",
                        "--max-parallel-tenants",
                        "2")
                .start();
        BufferedReader err =
                new BufferedReader(new InputStreamReader(command.getErrorStream(), StandardCharsets.UTF_8));
        // Each says so and then waits for ever: two lines are two that run at once.
        List<String> lines = List.of(err.readLine(), err.readLine());

        new ProcessBuilder("kill", "-INT", String.valueOf(command.pid()))
                .start()
                .waitFor();

        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(130);
        assertThat(lines)
                .map(line -> Long.parseLong(line.replaceFirst("^.* pid ", "")))
                .doesNotHaveDuplicates()
                .allSatisfy(child -> assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive))
                        .isEmpty());
        assertThat(scratchFolders("child-wait")).isEmpty();
        assertThat(scratchFolders("child-wait-too")).isEmpty();
    }

    @Test
    void run_commandKilled_endsTheChildAndTheNextRunCleansUp() throws Exception {
        tenant("child-killed");
        Process command = CommandProcess.builder(home, root, "run", "--tenant", "child-killed")
                .start();
        BufferedReader err =
                new BufferedReader(new InputStreamReader(command.getErrorStream(), StandardCharsets.UTF_8));
        long child = Long.parseLong(err.readLine().replaceFirst("^.* pid ", ""));
        var ended = ProcessHandle.of(child).orElseThrow().onExit();

        command.destroyForcibly();

        assertThat(ended.get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(scratchFolders("child-killed")).hasSize(1);
        Files.createFile(folder.resolve("killed"));
        run("run", "--tenant", "child-killed");
        assertThat(scratchFolders("child-killed")).isEmpty();
    }

    @Test
    void run_tenantAndAllTenants_isAUsageError() {
        assertThat(run("run").code()).isEqualTo(2);
        assertThat(run("run", "--tenant", "a1", "--all-tenants").code()).isEqualTo(2);
        assertThat(run("run", "--tenant", "a1", "--dry-run", "--recompute").code())
                .isEqualTo(2);
        assertThat(run("run", "--tenant", "a1", "--date", "yesterday").code()).isEqualTo(2);
        assertThat(run("run", "--tenant", "a1", "--max-parallel-tenants", "0").err())
                .isEqualTo(
                        "opsatc: Invalid value for option '--max-parallel-tenants': at least 1 tenant runs; see 'opsatc"
                                + " run --help'\n");
        assertThat(run("run", "--tenant", "a1", "--memory", "16").err())
                .isEqualTo("opsatc: Invalid value for option '--memory': a run needs at least 512; see 'opsatc run"
                        + " --help'\n");
    }
}
