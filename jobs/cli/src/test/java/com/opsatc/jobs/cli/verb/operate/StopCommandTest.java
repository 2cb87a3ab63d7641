package com.opsatc.jobs.cli.verb.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.TenantLock;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestHome.Extension.class)
class StopCommandTest {
    @Test
    void stop_runningServer_endsItOnceAndTheNextCommandStartsItAgain(TestHome home) throws Exception {
        home.open().close();
        long process = Tenancy.serverProcess(new Home(home.home())).orElseThrow();
        ProcessHandle server = ProcessHandle.of(process).orElseThrow();

        assertThat(home.start().run("stop"))
                .isEqualTo(new CommandRun(
                        0, "Stopped the database server of " + home.home() + " (process " + process + ")\n", ""));
        server.onExit().get(10, TimeUnit.SECONDS);
        assertThat(home.start().run("stop"))
                .isEqualTo(new CommandRun(0, "The database server of " + home.home() + " does not run\n", ""));
        assertThat(home.start().run("tenant", "list").code()).isZero();
    }

    @Test
    void stop_whileATenantIsRun_isRefusedUnlessForced(TestHome home) {
        TenantId tenant = new TenantId("stopped");
        try (Tenancy tenancy = home.open()) {
            Tenants.of(tenancy).add(tenant, Region.LOCAL, ZoneOffset.UTC, CommandRun.NOW);
            try (TenantScope scope =
                            tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
                    TenantLock lock = TenantLock.acquire(scope)) {
                lock.requireHeld();
                assertThat(home.start().run("stop"))
                        .isEqualTo(new CommandRun(
                                75,
                                "",
                                "opsatc: Cannot stop the database server of " + home.home()
                                        + ": 1 run is under way; wait, or add --force, which ends them unpublished\n"));
                assertThat(home.start().run("stop", "--force").out()).startsWith("Stopped the database server of ");
            }
        }
    }

    @Test
    void commands_inACopiedHome_haveAServerOfTheirOwnAndFindTheKey(@TempDir Path folder) throws Exception {
        Path real = folder.toRealPath();
        Path extract = Files.writeString(real.resolve("log.xes"), "<log/>");
        CommandRun.Start start = CommandRun.in(real).with("HOME", real.toString());
        try {
            CommandRun first = add(start, "home", "acme", extract);
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(new ProcessBuilder("cp", "-a", real + "/home", real + "/home2")
                            .start()
                            .waitFor())
                    .isZero();

            CommandRun added = add(start, "home2", "globex", extract);
            assertThat(added.code()).as(added.err()).isZero();

            assertThat(start.run("--home", "home", "tenant", "list").out())
                    .contains("acme")
                    .doesNotContain("globex");
            assertThat(start.run("--home", "home2", "tenant", "list").out()).contains("acme", "globex");
            Path key = Files.readString(real.resolve("home/root-key"))
                    .lines()
                    .map(Path::of)
                    .findFirst()
                    .orElseThrow();
            assertThat(start.run("--home", "home2", "doctor").out())
                    .contains("✓ root key       " + key + ", for its owner only, outside " + real + "/home2\n")
                    .contains("✓ database       running as process ");

            Files.move(key, real.resolve("kept.key"));
            CommandRun without = start.run("--home", "home2", "doctor");
            assertThat(without.code()).isEqualTo(2);
            assertThat(without.out())
                    .contains(
                            "is missing, and another one cannot open what is sealed; restore it there, or say where it"
                                    + " is with --root-key (when the home was last opened it was " + key + ")\n");
            assertThat(start.run("--home", "home2", "--root-key", "kept.key", "tenant", "list")
                            .code())
                    .isZero();
            assertThat(start.run("--home", "home2", "tenant", "list").code()).isZero();
        } finally {
            start.run("--home", "home", "stop", "--force");
            start.run("--home", "home2", "stop", "--force");
        }
    }

    private static CommandRun add(CommandRun.Start start, String home, String tenant, Path extract) {
        return start.run(
                "--home", home, "tenant", "add", tenant, "--connector", "generic/xes", "--source", extract.toString());
    }
}
