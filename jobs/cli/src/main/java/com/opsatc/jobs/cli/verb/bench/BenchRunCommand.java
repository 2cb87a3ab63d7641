package com.opsatc.jobs.cli.verb.bench;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc bench run}: a whole run beside DuckDB over the same file. */
@Command(
        name = "run",
        description =
                "Runs a made-up extract from its file to a published head, by stage, beside DuckDB over the same file.")
public final class BenchRunCommand implements Callable<Integer> {
    private static final long LEAST_EVENTS = 100;

    private final OpsatcCommand opsatc;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000",
            description = "About how many events (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "What the extract is: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Mixin
    private BenchMeasurement measurement;

    private enum Format {
        csv,
        parquet,
        xes
    }

    public BenchRunCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        measurement.require("--events", events, LEAST_EVENTS);

        return measurement.run(
                opsatc,
                events,
                opsatc.invocation().root().toString(),
                format.name().toUpperCase(Locale.ROOT));
    }
}
