package com.opsatc.jobs.cli.verb.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = new TestHome(folder.toRealPath());
    }

    @AfterEach
    void stopServer() {
        try (Tenancy tenancy = home.open()) {
            tenancy.stopServer();
        }
    }

    @Test
    void demo_runsBothAtOnceOnlyWhereBothHaveACoreAndMemory() {
        assertThat(DemoCommand.atOnce(2, 8L << 30)).isEqualTo(2);
        assertThat(DemoCommand.atOnce(64, 64L << 30)).isEqualTo(2);
        assertThat(DemoCommand.atOnce(1, 64L << 30)).isEqualTo(1);
        assertThat(DemoCommand.atOnce(8, (8L << 30) - 1)).isEqualTo(1);
        assertThat(DemoCommand.atOnce(8, 1L << 30)).isEqualTo(1);
    }

    @Test
    void demo_tenantWithOtherExtracts_isLeftAloneAndNothingIsWritten() throws IOException {
        Path extracts = Files.createDirectory(folder.resolve("extracts"));
        Files.writeString(extracts.resolve("log.xes"), "<log/>");
        home.start().run("tenant", "add", "demo-globex", "--connector", "generic/xes", "--source", extracts.toString());

        CommandRun demo = home.start().run("demo", "--seed", "7");

        assertThat(demo)
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot run the demo of seed 7: tenant demo-globex of " + home.home()
                                + " reads other extracts, of another seed or your own; give this demo a home of its own"
                                + " with --home DIR\n"));
        assertThat(home.home().resolve("demo")).doesNotExist();
        assertThat(home.start().run("tenant", "list").out()).doesNotContain("demo-acme");
    }

    @Test
    void demo_homeWithAnotherTenant_isRefusedAndNothingIsWritten() {
        try (Tenancy tenancy = home.open()) {
            Tenants.of(tenancy).add(new TenantId("initech"), Region.LOCAL, ZoneOffset.UTC, CommandRun.NOW);
        }

        CommandRun demo = home.start().run("demo", "--seed", "7");

        assertThat(demo).isEqualTo(refused("it has tenants that are not the demo's"));
        assertThat(home.home().resolve("demo")).doesNotExist();
        assertThat(home.start().run("tenant", "list").out()).doesNotContain("demo-acme", "demo-globex");
        assertThat(home.home().resolve("platform")).isEmptyDirectory();
    }

    @Test
    void demo_homeWithTelemetryOfOthers_isRefusedUnlessADemoMadeItUp() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.jsonl"), "");
        CommandRun ingest = home.start().run("telemetry", "ingest", lines.toString(), "--day", "2026-03-02");
        assertThat(ingest.code()).as(ingest.err()).isZero();

        CommandRun demo = home.start().run("demo", "--seed", "7");

        assertThat(demo).isEqualTo(refused("telemetry of " + firstDay() + " is counted in it, which no demo made up"));
        assertThat(home.home().resolve("demo")).doesNotExist();
        assertThat(home.start().run("tenant", "list").out()).doesNotContain("demo-acme", "demo-globex");
        Path madeUp = Files.createDirectories(home.home().resolve("demo/seed-7/telemetry"));
        Files.createFile(madeUp.resolve("tenants-2026-03-01.otlp.jsonl"));
        try (Tenancy tenancy = home.open()) {
            assertThatThrownBy(() -> own(tenancy))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("telemetry of 2026-03-02 is counted in it, which no demo made up");
            Files.createFile(madeUp.resolve("tenants-2026-03-02.otlp.jsonl"));
            assertThatCode(() -> own(tenancy)).doesNotThrowAnyException();
        }
    }

    /** A day whose vectors are deleted was charged all the same. */
    @Test
    void demo_homeWithAnExpiredDayBeforeTheMadeUpWeek_isRefusedUntilAWeekHoldsTheDay() throws IOException {
        try (Tenancy tenancy = home.open()) {
            try (PlatformScope scope =
                    tenancy.openPlatform(new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN)) {
                scope.store().write("expired/2026-03-02.json", new byte[] {'{', '}'});
            }

            Path madeUp = Files.createDirectories(home.home().resolve("demo/seed-7/telemetry"));
            Files.createFile(madeUp.resolve("tenants-2026-03-09.otlp.jsonl"));
            assertThatThrownBy(() -> own(tenancy))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("telemetry of 2026-03-02 is counted in it, which no demo made up");
            Files.createFile(madeUp.resolve("tenants-2026-03-08.otlp.jsonl"));
            assertThatCode(() -> own(tenancy)).doesNotThrowAnyException();
        }
    }

    private void own(Tenancy tenancy) {
        OpsatcCommand opsatc = home.start().line().getCommand();
        new DemoHome(opsatc, tenancy).require(List.of(new TenantId("demo-acme"), new TenantId("demo-globex")));
    }

    private LocalDate firstDay() {
        try (Tenancy tenancy = home.open();
                PlatformScope scope =
                        tenancy.openPlatform(new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.READ)) {
            String name = scope.store().list("exact").get(0);
            return LocalDate.parse(name.substring("exact/".length(), name.length() - ".json".length()));
        }
    }

    private CommandRun refused(String why) {
        return new CommandRun(
                2,
                "",
                "opsatc: Cannot run the demo in " + home.home() + ": " + why
                        + ", and the demo's made-up telemetry would be counted and charged with theirs; give --home an"
                        + " empty folder\n");
    }
}
