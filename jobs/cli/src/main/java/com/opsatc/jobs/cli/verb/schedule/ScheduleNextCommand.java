package com.opsatc.jobs.cli.verb.schedule;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.schedule.declare.Schedule;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc schedule next}: when jobs run next, each on the clock of its own zone. */
@Command(name = "next", description = "Shows when jobs run next, each on the clock of its own zone.")
public final class ScheduleNextCommand implements Callable<Integer> {
    private static final int MOST = 1000;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm XXX VV", Locale.ENGLISH);

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Results results;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many times, over all jobs (default: ${DEFAULT-VALUE}).")
    private int count;

    public ScheduleNextCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private record Due(Instant at, String clock, String job, String does, String whom) {}

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--count': it is 1 to " + MOST);
        }

        Instant now = opsatc.invocation().clock().instant();
        List<Due> next = Schedule.load(opsatc.invocation().conf(), opsatc.homePath()).jobs().stream()
                .flatMap(job -> times(job, now))
                .sorted(Comparator.comparing(Due::at).thenComparing(Due::job))
                .limit(count)
                .toList();
        results.write(
                opsatc.terminal(),
                next,
                () -> new Table(
                        List.of(
                                Column.text("clock", "when"),
                                Column.text("job", "job"),
                                Column.text("does", "does"),
                                Column.text("whom", "for")),
                        next.stream().map(due -> Table.row(due.clock(), due.job(), due.does(), due.whom()))));

        return 0;
    }

    private Stream<Due> times(ScheduledJob job, Instant now) {
        return Stream.iterate(job.times().next(now), job.times()::next)
                .limit(count)
                .map(at -> new Due(at, clock(job, at), job.name(), job.does().symbol(), job.whom()));
    }

    /** As a clock of the job's zone shows it, with the offset that tells one of two like times from the other. */
    static String clock(ScheduledJob job, Instant at) {
        return CLOCK.format(at.atZone(job.times().zone()));
    }
}
