package com.opsatc.jobs.cli.verb.bench;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc bench telemetry}: the aggregation of telemetry, in processes of their own. */
@Command(
        name = "telemetry",
        description = "Aggregates made-up OTLP lines on both runners, beside a bare reading of the same bytes.")
public final class BenchTelemetryCommand implements Callable<Integer> {
    private static final long LEAST_POINTS = 20_000;

    private final OpsatcCommand opsatc;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "4000000",
            description = "About how many points (default: ${DEFAULT-VALUE}).")
    private long points;

    @Mixin
    private BenchMeasurement measurement;

    public BenchTelemetryCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        measurement.require("--points", points, LEAST_POINTS);

        return measurement.run(
                opsatc,
                points,
                opsatc.invocation().conf().resolve("telemetry/manifest.yaml").toString());
    }
}
