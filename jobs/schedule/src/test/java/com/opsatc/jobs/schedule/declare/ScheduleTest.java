package com.opsatc.jobs.schedule.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
    @TempDir
    private Path folder;

    private Path installation;
    private Path home;

    @BeforeEach
    void folders() throws IOException {
        installation = Files.createDirectories(folder.resolve("installation"));
        home = folder.resolve("home");
        Files.createDirectories(home.resolve("conf"));
    }

    @Test
    void load_everyKey_isTaken() throws IOException {
        own("""
                jobs:
                  nightly:
                    does: run
                    tenants: [acme, globex]
                    cron: "30 2 * * MON-FRI"
                    zone: Europe/Berlin
                    catch-up: skip
                    deadline: 6h
                    retries: 2
                    retry-after: 15min
                """);

        assertThat(load().jobs())
                .containsExactly(new ScheduledJob(
                        "nightly",
                        JobKind.RUN,
                        List.of(new TenantId("acme"), new TenantId("globex")),
                        CronTimes.of("30 2 * * MON-FRI", ZoneId.of("Europe/Berlin")),
                        CatchUp.SKIP,
                        new AttemptLimits(Duration.ofHours(6), 2, Duration.ofMinutes(15))));
    }

    @Test
    void load_keysLeftOut_haveTheirDefaults() throws IOException {
        own("jobs: {day: {does: telemetry-ingest, cron: '0 1 * * *', zone: UTC, deadline: 1h}}");

        ScheduledJob job = load().jobs().get(0);

        assertThat(job.catchUp()).isEqualTo(CatchUp.ONCE);
        assertThat(job.limits()).isEqualTo(new AttemptLimits(Duration.ofHours(1), 0, Duration.ofMinutes(10)));
        assertThat(job.subjects(List.of(new TenantId("acme")))).containsExactly(ScheduledJob.PLATFORM);
        assertThat(job.isForAll()).isFalse();
    }

    @Test
    void load_noTenants_isForEveryOneThatThereIs() throws IOException {
        own("jobs: {nightly: {does: verify, cron: '0 1 * * *', zone: UTC, deadline: 1h}}");

        ScheduledJob job = load().jobs().get(0);

        assertThat(job.isForAll()).isTrue();
        assertThat(job.subjects(List.of(new TenantId("acme"), new TenantId("globex"))))
                .containsExactly("acme", "globex");
    }

    @Test
    void load_homeWithoutAFile_hasTheInstallations() throws IOException {
        Files.writeString(
                installation.resolve("schedule.yaml"),
                "jobs: {theirs: {does: run, cron: '0 1 * * *', zone: UTC, deadline: 1h}}");

        assertThat(load().jobs()).extracting(ScheduledJob::name).containsExactly("theirs");
        assertThat(load().file()).isEqualTo(installation.resolve("schedule.yaml"));

        own("jobs: {}");
        assertThat(load().jobs()).isEmpty();
        assertThat(load().file()).isEqualTo(home.resolve("conf/schedule.yaml"));
    }

    @Test
    void load_noFileAnywhere_declaresNothing() {
        assertThat(load().jobs()).isEmpty();
    }

    @Test
    void load_whatTheInstallationShips_isValid() {
        Path conf = Path.of(System.getProperty("opsatc.root"), "conf");

        assertThat(Schedule.load(conf, home).jobs())
                .extracting(ScheduledJob::name)
                .containsExactly("nightly", "weekly-check");
    }

    @Test
    void load_severalMistakes_areAllNamedWithTheirLines() throws IOException {
        own("""
                jobs:
                  first:
                    does: run
                    cron: "0 25 * * *"
                    zone: Europe/Berlin
                    deadline: 1h
                  second:
                    does: run
                    cron: "0 2 * * *"
                    zone: Europe/Berlim
                    deadline: 0h
                """);

        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessageStartingWith("Cannot use the schedule " + home.resolve("conf/schedule.yaml")
                        + ": conf/schedule.yaml, line 4: cron is no times: ")
                .hasMessageContaining("; write minute, hour, day, month and weekday, as in 30 2 * * MON-FRI;"
                        + " conf/schedule.yaml, line 11: nothing is done in no time; give a deadline of 1s or more;"
                        + " conf/schedule.yaml, line 10: zone is none that is known; did you mean Europe/Berlin or"
                        + " Europe/Dublin?");
    }

    @Test
    void load_mistypedKey_namesTheLineAndTheNearest() throws IOException {
        own("""
                jobs:
                  nightly:
                    does: run
                    cron: "0 2 * * *"
                    zone: UTC
                    dedline: 1h
                """);

        assertThatThrownBy(this::load)
                .hasMessage("Cannot use the schedule " + home.resolve("conf/schedule.yaml")
                        + ": conf/schedule.yaml, line 2: /jobs/nightly: additionalProperties: unknown property dedline,"
                        + " did you mean deadline?; conf/schedule.yaml, line 2: /jobs/nightly: required: deadline is"
                        + " missing");
    }

    @Test
    void load_keyThatStandsTwice_namesItsLine() throws IOException {
        own("jobs: {}\njobs: {}\n");

        assertThatThrownBy(this::load)
                .hasMessageEndingWith(": conf/schedule.yaml: not YAML, or a key stands twice, at line 2");
    }

    @Test
    void next_ofSeveral_isTheEarliest() throws IOException {
        own("""
                jobs:
                  early: {does: run, cron: "0 1 * * *", zone: UTC, deadline: 1h}
                  late: {does: run, cron: "0 3 * * *", zone: UTC, deadline: 1h}
                  check: {does: verify, cron: "0 2 * * *", zone: UTC, deadline: 1h}
                """);

        Instant after = Instant.parse("2026-03-04T01:00:00Z");
        assertThat(load().next(after, job -> job.does() == JobKind.RUN))
                .map(ScheduledJob::name)
                .contains("late");
    }

    @Test
    void allowAnother_lastingFailureOrEnoughAttempts_isNot() {
        AttemptLimits limits = new AttemptLimits(Duration.ofHours(1), 1, Duration.ofMinutes(1));

        assertThat(limits.allowAnother(0, ErrorCode.LOCKED)).isTrue();
        assertThat(limits.allowAnother(1, ErrorCode.LOCKED)).isFalse();
        assertThat(limits.allowAnother(0, ErrorCode.QUALITY_GATE)).isFalse();
        assertThat(AttemptLimits.lastingExitCodes()).containsExactly(2, 4, 5);
    }

    private Schedule load() {
        return Schedule.load(installation, home);
    }

    private void own(String yaml) throws IOException {
        Files.writeString(home.resolve("conf/schedule.yaml"), yaml);
    }
}
