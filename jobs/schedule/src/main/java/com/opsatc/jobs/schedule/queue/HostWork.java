package com.opsatc.jobs.schedule.queue;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.host.FailureLog;
import com.opsatc.jobs.host.Host;
import com.opsatc.jobs.host.RunResult;
import com.opsatc.jobs.host.SpoolFiles;
import com.opsatc.jobs.host.TelemetryRunner;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.jobs.host.VerifyRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.jobs.host.verify.Verification;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Does jobs as the command does them by hand: by the runners of {@code jobs/host}. */
public final class HostWork implements JobWork {
    private final Host host;
    private final PlatformTelemetry telemetry;
    private final int cores;
    private final int memoryMebi;

    /**
     * @param cores that each run may use
     * @param memoryMebi heap of each process in MiB
     */
    public HostWork(Host host, PlatformTelemetry telemetry, int cores, int memoryMebi) {
        this.host = requireNonNull(host, "host");
        this.telemetry = requireNonNull(telemetry, "telemetry");
        this.cores = cores;
        this.memoryMebi = memoryMebi;
    }

    @Override
    public String run(ScheduledJob job, String subject) {
        try {
            return work(job, subject);
        } catch (PipelineException e) {
            throw e;
        } catch (RuntimeException e) {
            String place = new FailureLog(host.tenancy().home().logs(), host.clock()).write(e);
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot finish: internal error " + e.getClass().getSimpleName() + "; please report it with "
                            + place,
                    e);
        }
    }

    private String work(ScheduledJob job, String subject) {
        return switch (job.does()) {
            case RUN -> runTenant(job, new TenantId(subject));
            case VERIFY -> verify(job, new TenantId(subject));
            case TELEMETRY_INGEST -> ingest(job);
            case TELEMETRY_RELEASE ->
                "blocks of telemetry released: "
                        + telemetryRunner(job).release().released().size();
        };
    }

    private String runTenant(ScheduledJob job, TenantId tenant) {
        TenantRunner.Settings settings = new TenantRunner.Settings(RunRequest.Mode.PUBLISH, null, cores, limits(job));
        RunResult result = new TenantRunner(host, settings, telemetry).run(tenant);
        if (result.failure() != null) {
            throw new PipelineException(
                    result.failure().code(), result.failure().message());
        }

        return result.outcome().state().name().toLowerCase(Locale.ROOT)
                + (result.outcome().runId().isEmpty()
                        ? ""
                        : ", run " + result.outcome().runId());
    }

    private String verify(ScheduledJob job, TenantId tenant) {
        Verification found = new VerifyRunner(host, job.limits().deadline()).run(tenant);
        if (!found.passed()) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Run " + found.runId() + " of tenant " + tenant + " does not hold: "
                            + found.checks().stream()
                                    .filter(check -> !check.passed())
                                    .map(Verification.Check::name)
                                    .collect(Collectors.joining(", "))
                            + "; see opsatc verify --tenant " + tenant);
        }

        return "run " + found.runId() + " holds";
    }

    private String ingest(ScheduledJob job) {
        List<String> files = SpoolFiles.of(host.tenancy().home());
        TelemetryRequest.Input input = new TelemetryRequest.Input(files, TelemetryRequest.Format.OTLP, false);
        int days = telemetryRunner(job)
                .ingest(new TelemetryRequest.Ingest(List.of(input), null, TelemetryRequest.Runner.DIRECT))
                .days()
                .size();

        return "days of telemetry counted: " + days;
    }

    private TelemetryRunner telemetryRunner(ScheduledJob job) {
        return new TelemetryRunner(host, limits(job));
    }

    private ChildLimits limits(ScheduledJob job) {
        return new ChildLimits(memoryMebi, job.limits().deadline());
    }
}
