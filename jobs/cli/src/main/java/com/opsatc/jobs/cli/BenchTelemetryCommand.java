package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.output.OutputFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc bench telemetry}: the aggregation of telemetry, in processes of their own. */
@Command(
        name = "telemetry",
        description = "Aggregates made-up OTLP lines on both runners, beside a bare reading of the same bytes.")
final class BenchTelemetryCommand implements Callable<Integer> {
    private static final long LEAST_POINTS = 20_000;

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "4000000",
            description = "About how many points (default: ${DEFAULT-VALUE}).")
    private long points;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    BenchTelemetryCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (format != OutputFormat.TEXT && format != OutputFormat.JSON) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--output': this verb writes text or json");
        }

        if (points < LEAST_POINTS) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--points': use at least " + LEAST_POINTS);
        }

        BenchProcess process = new BenchProcess(opsatc);
        process.run(List.of(
                "telemetry",
                Long.toString(points),
                format.toString(),
                process.options().toString(),
                opsatc.invocation().conf().resolve("telemetry/manifest.yaml").toString()));

        return 0;
    }
}
