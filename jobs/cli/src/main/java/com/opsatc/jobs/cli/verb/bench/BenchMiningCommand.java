package com.opsatc.jobs.cli.verb.bench;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc bench mining}: the mining pass beside DuckDB and Spark SQL, in processes of their own. */
@Command(
        name = "mining",
        description = "Mines a made-up, stored and encrypted log, beside DuckDB and Spark SQL on plain Parquet.")
public final class BenchMiningCommand implements Callable<Integer> {
    private static final long LEAST_EVENTS = 1_000;

    private final OpsatcCommand opsatc;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "About how many events (default: ${DEFAULT-VALUE}).")
    private long events;

    @Mixin
    private BenchMeasurement measurement;

    public BenchMiningCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        measurement.require("--events", events, LEAST_EVENTS);

        return measurement.run(opsatc, events);
    }
}
