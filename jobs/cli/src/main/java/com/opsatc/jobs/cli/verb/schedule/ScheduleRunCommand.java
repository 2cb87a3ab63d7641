package com.opsatc.jobs.cli.verb.schedule;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.host.Host;
import com.opsatc.jobs.host.Progress;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.jobs.host.TenantRuns;
import com.opsatc.jobs.host.child.Installation;
import com.opsatc.jobs.schedule.declare.Schedule;
import com.opsatc.jobs.schedule.queue.HostWork;
import com.opsatc.jobs.schedule.queue.JobScheduler;
import com.opsatc.jobs.schedule.queue.Pace;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.tenant.Tenants;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc schedule run}: the scheduler itself, until it is interrupted. */
@Command(
        name = "run",
        description =
                "Runs the declared jobs when they are due, until interrupted; then it starts nothing more, and ends when what"
                        + " runs has ended, at its deadline at the latest. Several share one home or one database.")
public final class ScheduleRunCommand implements Callable<Integer> {
    private static final int LEAST_MEMORY = 512;
    private static final int MOST_AT_ONCE = 64;

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--max-parallel-tenants",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "How many jobs run at once here; they share the cores, and each takes its own --memory (default:"
                            + " ${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            defaultValue = "3072",
            description = "Memory of each job's process (default: ${DEFAULT-VALUE}).")
    private int memory;

    public ScheduleRunCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--max-parallel-tenants': it is 1 to " + MOST_AT_ONCE);
        }

        if (memory < LEAST_MEMORY) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--memory': a run needs at least " + LEAST_MEMORY);
        }

        Schedule schedule = Schedule.load(opsatc.invocation().conf(), opsatc.homePath());
        if (schedule.jobs().isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot run the schedule: no job is declared; write one to " + schedule.file());
        }

        try (Tenancy tenancy = opsatc.openOrCreate();
                PlatformTelemetry telemetry = opsatc.telemetry(tenancy.home(), TenantRunner.SERVICE);
                JobScheduler scheduler = start(schedule, tenancy, telemetry)) {
            // An interrupt ends the process when its hooks have ended: this one waits for what runs.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(scheduler, telemetry), "stop scheduling"));
            opsatc.terminal()
                    .err()
                    .println("opsatc: running " + schedule.jobs().size() + " jobs of " + schedule.file()
                            + " when they are due (interrupt to stop)");
            new CountDownLatch(1).await();

            return 0;
        }
    }

    private void stop(JobScheduler scheduler, PlatformTelemetry telemetry) {
        opsatc.terminal().err().println("opsatc: stopping; what runs may run to its end or its deadline");
        scheduler.close();
        telemetry.close();
        opsatc.terminal().err().println("opsatc: stopped");
    }

    private JobScheduler start(Schedule schedule, Tenancy tenancy, PlatformTelemetry telemetry) {
        Host host = new Host(
                tenancy,
                new Installation(opsatc.invocation().root()),
                opsatc.ownConfiguration(),
                opsatc.actor(),
                Source.SCHEDULE,
                opsatc.invocation().clock(),
                new Silent());
        int cores = TenantRuns.coresEach(Runtime.getRuntime().availableProcessors(), atOnce, atOnce);
        JobScheduler.Ground ground = new JobScheduler.Ground(
                tenancy.jobQueue(),
                () -> Tenants.of(tenancy).list().stream().map(Tenant::id).toList(),
                opsatc.invocation().clock(),
                Pace.of(atOnce));

        return JobScheduler.start(
                schedule, ground, new HostWork(host, telemetry, cores, memory), new JobLines(opsatc.terminal()));
    }

    /** Runs of a night are looked at in the morning: what they come to is told, not how far they are. */
    private static final class Silent implements Progress {
        @Override
        public void show(String who, ProgressEvent event) {
            return;
        }

        @Override
        public void close(String who) {
            return;
        }
    }
}
