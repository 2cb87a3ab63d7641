package com.opsatc.jobs.host;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.jobs.host.child.CodeVersion;
import com.opsatc.jobs.host.child.TelemetryProcess;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Does telemetry work in a process of its own, which gets the platform's key and no tenant's. */
public final class TelemetryRunner {
    private static final int RANDOM_DIGITS = 12;
    private static final String WHO = "telemetry";

    private final Host host;
    private final ChildLimits limits;

    public TelemetryRunner(Host host, ChildLimits limits) {
        this.host = host;
        this.limits = limits;
    }

    /** Counts files into exact vectors of the restricted zone. */
    public TelemetryOutcome ingest(TelemetryRequest.Ingest ingest) {
        return run(TelemetryRequest.Action.INGEST, ingest, null, null);
    }

    /** Releases what was counted and not yet released. */
    public TelemetryOutcome release() {
        return run(TelemetryRequest.Action.RELEASE, null, null, null);
    }

    /** Computes the views again, from the release alone. */
    public TelemetryOutcome view() {
        return run(TelemetryRequest.Action.VIEW, null, null, null);
    }

    /** Makes up a week of telemetry, ingests and releases it. */
    public TelemetryOutcome demo(TelemetryRequest.Demo demo) {
        return run(TelemetryRequest.Action.DEMO, null, demo, null);
    }

    public TelemetryOutcome simulate(TelemetryRequest.Simulation simulation) {
        return run(TelemetryRequest.Action.SIMULATE, null, null, simulation);
    }

    private TelemetryOutcome run(
            TelemetryRequest.Action action,
            TelemetryRequest.Ingest ingest,
            TelemetryRequest.Demo demo,
            TelemetryRequest.Simulation simulation) {
        Instant now = host.clock().instant();
        String attempt = UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM_DIGITS);
        Path scratch = TelemetryProcess.scratch(host.tenancy().home().temporary(), attempt);
        Path log = host.tenancy().home().logs().resolve("telemetry-" + attempt + ".log");
        try (PlatformScope scope = host.openPlatform(purpose(action))) {
            TelemetryRequest request = new TelemetryRequest(
                    action,
                    host.installation().conf().toString(),
                    scratch.toString(),
                    CodeVersion.of(ProductVersion.text(), host.installation().classPath("jobs/telemetry")),
                    now,
                    ingest,
                    demo,
                    simulation);

            return new TelemetryProcess(host.installation(), log, limits)
                    .run(scope, request, bytes(ingest), event -> host.progress().show(WHO, event));
        } catch (PipelineException e) {
            host.failures().write(e);
            throw e;
        } finally {
            host.progress().close(WHO);
        }
    }

    private static Purpose purpose(TelemetryRequest.Action action) {
        return switch (action) {
            case INGEST, RELEASE, VIEW, DEMO -> Purpose.RUN;
            case SIMULATE -> Purpose.READ;
        };
    }

    private static long bytes(TelemetryRequest.Ingest ingest) {
        List<TelemetryRequest.Input> inputs = ingest == null ? List.of() : ingest.inputs();

        return inputs.stream()
                .flatMap(input -> input.files().stream())
                .map(Path::of)
                .mapToLong(TelemetryRunner::size)
                .sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
