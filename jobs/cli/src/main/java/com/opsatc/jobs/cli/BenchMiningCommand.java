package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.output.OutputFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc bench mining}: the mining pass beside DuckDB and Spark SQL, in processes of their own. */
@Command(
        name = "mining",
        description = "Mines a made-up, stored and encrypted log, beside DuckDB and Spark SQL on plain Parquet.")
final class BenchMiningCommand implements Callable<Integer> {
    private static final long LEAST_EVENTS = 1_000;

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "About how many events (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    BenchMiningCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (format != OutputFormat.TEXT && format != OutputFormat.JSON) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--output': this verb writes text or json");
        }

        if (events < LEAST_EVENTS) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--events': use at least " + LEAST_EVENTS);
        }

        BenchProcess process = new BenchProcess(opsatc);
        process.run(List.of(
                "mining",
                Long.toString(events),
                format.toString(),
                process.options().toString()));

        return 0;
    }
}
