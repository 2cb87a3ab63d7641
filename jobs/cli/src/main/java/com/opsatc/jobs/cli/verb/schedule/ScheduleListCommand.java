package com.opsatc.jobs.cli.verb.schedule;

import com.opsatc.contract.figure.Humane;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.schedule.declare.AttemptLimits;
import com.opsatc.jobs.schedule.declare.Schedule;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc schedule list}: the declared jobs, in words. */
@Command(name = "list", description = "Tells the declared jobs in words, and where they are declared.")
public final class ScheduleListCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private Results results;

    public ScheduleListCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private record Job(
            String name, String does, String whom, String when, String missed, String deadline, String failed) {
        static Job of(ScheduledJob job) {
            return new Job(
                    job.name(),
                    job.does().symbol(),
                    job.whom(),
                    job.times().words(),
                    job.catchUp().words(),
                    words(job.limits().deadline()),
                    failed(job.limits()));
        }

        private static String failed(AttemptLimits limits) {
            return limits.retries() == 0
                    ? "waits for the next time"
                    : "is tried again " + (limits.retries() == 1 ? "once" : limits.retries() + " times") + ", each "
                            + words(limits.retryAfter()) + " later";
        }

        private static String words(Duration time) {
            return Humane.duration(time.toMillis() * 1000);
        }
    }

    private record Document(String file, List<Job> jobs) {}

    @Override
    public Integer call() {
        Schedule schedule = Schedule.load(opsatc.invocation().conf(), opsatc.homePath());
        List<Job> jobs = schedule.jobs().stream().map(Job::of).toList();
        results.write(
                opsatc.terminal(),
                new Document(schedule.file().toString(), jobs),
                () -> new Table(
                        List.of(
                                Column.text("name", "name"),
                                Column.text("does", "does"),
                                Column.text("whom", "for"),
                                Column.text("when", "when"),
                                Column.text("missed", "what was missed"),
                                Column.text("deadline", "deadline"),
                                Column.text("failed", "what failed")),
                        jobs.stream()
                                .map(job -> Table.row(
                                        job.name(),
                                        job.does(),
                                        job.whom(),
                                        job.when(),
                                        job.missed(),
                                        job.deadline(),
                                        job.failed()))));
        opsatc.terminal().err().println("Declared in " + schedule.file());

        return 0;
    }
}
