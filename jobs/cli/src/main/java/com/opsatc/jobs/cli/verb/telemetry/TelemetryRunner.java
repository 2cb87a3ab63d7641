package com.opsatc.jobs.cli.verb.telemetry;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.jobs.cli.child.CodeVersion;
import com.opsatc.jobs.cli.child.Installation;
import com.opsatc.jobs.cli.child.TelemetryProcess;
import com.opsatc.jobs.cli.command.FailureLog;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.OpsatcVersion;
import com.opsatc.jobs.cli.output.ProgressDisplay;
import com.opsatc.tenancy.PlatformScope;
import com.opsatc.tenancy.Purpose;
import com.opsatc.tenancy.Role;
import com.opsatc.tenancy.Source;
import com.opsatc.tenancy.Tenancy;
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

    private final OpsatcCommand opsatc;
    private final Tenancy tenancy;
    private final Installation installation;
    private final int memoryMebi;

    /** @param memoryMebi heap of the child in MiB */
    public TelemetryRunner(OpsatcCommand opsatc, Tenancy tenancy, int memoryMebi) {
        this.opsatc = opsatc;
        this.tenancy = tenancy;
        this.installation = new Installation(opsatc.invocation().root());
        this.memoryMebi = memoryMebi;
    }

    /** Counts files into exact vectors of the restricted zone. */
    TelemetryOutcome ingest(TelemetryRequest.Ingest ingest) {
        return run(TelemetryRequest.Action.INGEST, ingest, null, null);
    }

    /** Releases what was counted and not yet released. */
    TelemetryOutcome release() {
        return run(TelemetryRequest.Action.RELEASE, null, null, null);
    }

    /** Computes the views again, from the release alone. */
    TelemetryOutcome view() {
        return run(TelemetryRequest.Action.VIEW, null, null, null);
    }

    /** Makes up a week of telemetry, ingests and releases it. */
    public TelemetryOutcome demo(TelemetryRequest.Demo demo) {
        return run(TelemetryRequest.Action.DEMO, null, demo, null);
    }

    TelemetryOutcome simulate(TelemetryRequest.Simulation simulation) {
        return run(TelemetryRequest.Action.SIMULATE, null, null, simulation);
    }

    private TelemetryOutcome run(
            TelemetryRequest.Action action,
            TelemetryRequest.Ingest ingest,
            TelemetryRequest.Demo demo,
            TelemetryRequest.Simulation simulation) {
        Instant now = opsatc.invocation().clock().instant();
        String attempt = UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM_DIGITS);
        Path scratch = TelemetryProcess.scratch(tenancy.home().temporary(), attempt);
        Path log = tenancy.home().logs().resolve("telemetry-" + attempt + ".log");
        ProgressDisplay display = new ProgressDisplay(opsatc.terminal());
        try (PlatformScope scope =
                tenancy.openPlatform(opsatc.actor(), Role.OPERATOR, Source.COMMAND_LINE, purpose(action))) {
            TelemetryRequest request = new TelemetryRequest(
                    action,
                    installation.conf().toString(),
                    scratch.toString(),
                    CodeVersion.of(OpsatcVersion.text(), installation.classPath("jobs/telemetry")),
                    now,
                    ingest,
                    demo,
                    simulation);

            return new TelemetryProcess(installation, log, memoryMebi)
                    .run(scope, request, bytes(ingest), event -> display.show(WHO, event));
        } catch (PipelineException e) {
            FailureLog.write(opsatc, e);
            throw e;
        } finally {
            display.close(WHO);
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
