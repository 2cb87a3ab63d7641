package com.opsatc.jobs.cli.verb.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.schedule.declare.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that need no database. */
class ScheduleVerbsTest {
    private static final String NIGHTLY = """
            jobs:
              nightly:
                does: run
                tenants: [acme, globex]
                cron: "30 2 * * *"
                zone: Europe/Berlin
                deadline: 6h
                retries: 2
              check:
                does: verify
                tenants: [acme]
                cron: "0 6 * * SUN"
                zone: UTC
                catch-up: skip
                deadline: 90min
            """;

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void home() throws IOException {
        home = Files.createDirectory(
                folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(home.resolve("conf"));
    }

    @Test
    void list_ownSchedule_isToldInWords() throws IOException {
        declare(NIGHTLY);

        CommandRun run = run("2026-03-04T05:06:07Z", "schedule", "list", "--output", "csv");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "name,does,whom,when,missed,deadline,failed",
                        "check,verify,acme,\"at 06:00 at Sunday day, UTC\",leaves out what was missed,1.5 h,waits for the"
                                + " next time",
                        "nightly,run,\"acme, globex\",\"at 02:30, Europe/Berlin\",runs once for all that was missed,6"
                                + " h,\"is tried again 2 times, each 10 min later\"");
        assertThat(run.err()).isEqualTo("Declared in " + home.resolve("conf/schedule.yaml") + "\n");
    }

    @Test
    void list_noneOfOnesOwn_isTheInstallations() {
        CommandRun run = run("2026-03-04T05:06:07Z", "schedule", "list");

        assertThat(run.out()).contains("nightly", "every tenant", "weekly-check");
        assertThat(run.err())
                .isEqualTo("Declared in " + Path.of(System.getProperty("opsatc.root"), "conf/schedule.yaml") + "\n");
    }

    @Test
    void next_overAChangeOfTheClocks_showsEachOnItsOwnClock() throws IOException {
        declare(NIGHTLY);

        CommandRun run = run("2026-03-28T00:00:00Z", "schedule", "next", "--count", "4", "--output", "csv");

        assertThat(run.out().lines())
                .containsExactly(
                        "clock,job,does,whom",
                        "Sat 2026-03-28 02:30 +01:00 Europe/Berlin,nightly,run,\"acme, globex\"",
                        "Sun 2026-03-29 03:00 +02:00 Europe/Berlin,nightly,run,\"acme, globex\"",
                        "Sun 2026-03-29 06:00 Z UTC,check,verify,acme",
                        "Mon 2026-03-30 02:30 +02:00 Europe/Berlin,nightly,run,\"acme, globex\"");
    }

    @Test
    void nextRun_ofSeveralJobs_isTheRunThatComesFirst() throws IOException {
        declare(NIGHTLY);
        Schedule schedule = Schedule.load(folder, home);

        assertThat(NextRun.line(schedule, Instant.parse("2026-03-28T23:00:00Z")))
                .isEqualTo(
                        "By itself:  with ./opsatc schedule run, job nightly runs acme, globex next on Sun 2026-03-29"
                                + " 03:00 +02:00 Europe/Berlin");
        assertThat(NextRun.line(new Schedule(schedule.file(), List.of()), Instant.EPOCH))
                .isEqualTo("By itself:  no run is declared in " + schedule.file());
    }

    @Test
    void next_countOfZero_isAUsageError() {
        assertThat(run("2026-03-28T00:00:00Z", "schedule", "next", "--count", "0")
                        .err())
                .isEqualTo("opsatc: Invalid value for option '--count': it is 1 to 1000; see 'opsatc schedule next"
                        + " --help'\n");
    }

    @Test
    void list_mistake_namesFileLineAndWhatToDo() throws IOException {
        declare(NIGHTLY.replace("Europe/Berlin", "Berlin"));

        CommandRun run = run("2026-03-28T00:00:00Z", "schedule", "list");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("opsatc: Cannot use the schedule " + home.resolve("conf/schedule.yaml")
                        + ": conf/schedule.yaml, line 6: zone is none that is known; name one as in Europe/Berlin\n");
    }

    @Test
    void export_toAFolder_writesTheFilesAndSaysWhatToDo() throws IOException {
        declare(NIGHTLY);

        CommandRun run = run("2026-03-28T00:00:00Z", "schedule", "export", "--format", "systemd", "--out", "units");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).startsWith("opsatc: copy them to /etc/systemd/system");
        try (Stream<Path> files = Files.list(folder.resolve("units"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "opsatc-check-acme.service",
                            "opsatc-check-acme.timer",
                            "opsatc-nightly-acme.service",
                            "opsatc-nightly-acme.timer",
                            "opsatc-nightly-globex.service",
                            "opsatc-nightly-globex.timer");
        }
        assertThat(Files.readString(folder.resolve("units/opsatc-check-acme.service")))
                .contains("ExecStart=" + Path.of(System.getProperty("opsatc.root"), "opsatc")
                        + " verify --tenant acme --home " + home.toRealPath() + " --root-key "
                        + folder.resolve("root.key")
                        + "\n");
    }

    @Test
    void export_withoutAFolder_printsTheFile() throws IOException {
        declare(NIGHTLY);

        assertThat(run("2026-03-28T00:00:00Z", "schedule", "export", "--format", "crontab")
                        .out())
                .contains("CRON_TZ=Europe/Berlin\n", "\n30 2 * * * timeout -k 60 21600 ");
    }

    @Test
    void export_unknownFormat_namesTheKnown() {
        assertThat(run("2026-03-28T00:00:00Z", "schedule", "export", "--format", "quartz")
                        .err())
                .isEqualTo(
                        "opsatc: Invalid value for option '--format': it is systemd, crontab, kubernetes, airflow; see"
                                + " 'opsatc schedule export --help'\n");
    }

    @Test
    void run_nothingDeclared_saysWhereToDeclare() throws IOException {
        declare("jobs: {}");

        CommandRun run = run("2026-03-28T00:00:00Z", "schedule", "run");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("opsatc: Cannot run the schedule: no job is declared; write one to "
                        + home.resolve("conf/schedule.yaml") + "\n");
    }

    private void declare(String yaml) throws IOException {
        Files.writeString(home.resolve("conf/schedule.yaml"), yaml);
    }

    private CommandRun run(String now, String... arguments) {
        Map<String, String> environment = Map.of(
                "OPSATC_HOME",
                home.toString(),
                "OPSATC_ROOT_KEY",
                folder.resolve("root.key").toString());

        return new CommandRun.Start(
                        Path.of(System.getProperty("opsatc.root")), folder, environment, false, Instant.parse(now), "")
                .run(arguments);
    }
}
