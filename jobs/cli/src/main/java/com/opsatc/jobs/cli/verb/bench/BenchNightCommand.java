package com.opsatc.jobs.cli.verb.bench;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc bench night}: what a night costs in which little changed. */
@Command(
        name = "night",
        description = "Runs a made-up extract, then with one case in a hundred changed, then with nothing new.")
public final class BenchNightCommand implements Callable<Integer> {
    private static final long LEAST_EVENTS = 10_000;

    private final OpsatcCommand opsatc;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "About how many events (default: ${DEFAULT-VALUE}).")
    private long events;

    @Mixin
    private BenchMeasurement measurement;

    public BenchNightCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        measurement.require("--events", events, LEAST_EVENTS);

        return measurement.run(opsatc, events, opsatc.invocation().root().toString());
    }
}
