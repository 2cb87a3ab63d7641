package com.opsatc.jobs.cli.verb.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.CommandProcess;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.StandInInstallation;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.jobs.schedule.declare.Schedule;
import com.opsatc.jobs.schedule.queue.JobEvent;
import com.opsatc.jobs.schedule.queue.JobJournal;
import com.opsatc.jobs.schedule.queue.JobScheduler;
import com.opsatc.jobs.schedule.queue.Pace;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scheduler as a process, on runs that are stand-ins, catching up a night that was missed. */
@ExtendWith(TestHome.Extension.class)
class ScheduleRunTest {
    private final TestHome home;
    private final StandInInstallation installation;

    ScheduleRunTest(TestHome home) throws IOException {
        this.home = home;
        installation = StandInInstallation.in(home);
    }

    @AfterEach
    void undeclare() throws IOException {
        Files.deleteIfExists(file());
    }

    @Test
    void run_missedNight_runsTheTenantAndPlansTheNext() throws Exception {
        missed("caught-up", installation.tenant("scheduled-ok"), "1h");
        Process command = start();
        try (BufferedReader out = out(command)) {
            assertThat(out.readLine()).endsWith("Z   caught-up   scheduled-ok   started");
            assertThat(out.readLine())
                    .matches(".*Z   caught-up   scheduled-ok   done: published, run r1   next .*T00:00:00Z");
        } finally {
            end(command);
        }
    }

    @Test
    void terminate_whileATenantHangs_waitsForItsDeadlineAndEndsIt() throws Exception {
        missed("hanging", installation.tenant("child-wait"), "8s");
        Process command = start();
        try (BufferedReader out = out(command)) {
            assertThat(out.readLine()).endsWith("Z   hanging   child-wait   started");
            ProcessHandle child = child(command);

            // As a terminal and a service's manager do: to all processes of the group.
            kill("-INT", child.pid());
            kill("-TERM", child.pid());
            kill("-TERM", command.pid());

            assertThat(out.readLine())
                    .matches(".*   hanging   child-wait   failed: Interrupted: it took longer than its deadline of 8 s;"
                            + " nothing was published   next .*T00:00:00Z");
            assertThat(command.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(child.isAlive()).isFalse();
        } finally {
            command.destroyForcibly();
        }
        assertThat(installation.scratchFolders("child-wait")).isEmpty();
        CommandRun runs = installation.run("runs", "--tenant", "child-wait");
        assertThat(runs.out()).as(runs.err()).contains("INTERRUPTED");
    }

    /** Declares a job of one tenant at midnight, and has it planned by who looked at the clock two days ago. */
    private void missed(String job, String tenant, String deadline) throws IOException {
        Files.writeString(
                file(),
                "jobs: {%s: {does: run, tenants: [%s], cron: '0 0 * * *', zone: UTC, deadline: %s}}"
                        .formatted(job, tenant, deadline));
        try (Tenancy tenancy = home.open()) {
            JobScheduler.Ground ground = new JobScheduler.Ground(
                    tenancy.jobQueue(),
                    () -> List.of(new TenantId(tenant)),
                    Clock.offset(Clock.systemUTC(), Duration.ofDays(-2)),
                    Pace.of(1));
            JobScheduler.start(
                            Schedule.load(installation.root().resolve("conf"), home.home()),
                            ground,
                            (planned, subject) -> "nothing",
                            new Unheard())
                    .close();
        }
    }

    private Path file() {
        return home.home().resolve("conf/schedule.yaml");
    }

    private Process start() throws IOException {
        return CommandProcess.builder(home, installation.root(), "schedule", "run")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader out(Process command) {
        return new BufferedReader(new InputStreamReader(command.getInputStream(), StandardCharsets.UTF_8));
    }

    private static ProcessHandle child(Process command) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (true) {
            // Before it is Java it is the shell that makes it deaf.
            var child = command.children()
                    .filter(each -> each.info().command().orElse("").endsWith("/java"))
                    .findFirst();
            if (child.isPresent()) {
                return child.get();
            }
            assertThat(System.nanoTime()).as("a child in time").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void end(Process command) throws Exception {
        kill("-TERM", command.pid());
        assertThat(command.waitFor(4, TimeUnit.MINUTES)).isTrue();
    }

    private static void kill(String signal, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static final class Unheard implements JobJournal {
        @Override
        public void tell(JobEvent event) {
            throw new IllegalStateException("Nothing is due: " + event);
        }

        @Override
        public void complain(String sentence) {
            throw new IllegalStateException(sentence);
        }
    }
}
