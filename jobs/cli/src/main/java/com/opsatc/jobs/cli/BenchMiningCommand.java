package com.opsatc.jobs.cli;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.jobs.cli.child.Installation;
import com.opsatc.jobs.cli.output.OutputFormat;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

        Installation installation = new Installation(opsatc.invocation().root());
        try {
            Process process = new ProcessBuilder(command(installation))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getInputStream().transferTo(opsatc.terminal().out());
            int code = process.waitFor();
            if (code != 0) {
                throw new PipelineException(
                        ErrorCode.INTERNAL, "Cannot measure: the benchmark's process ended with code " + code);
            }

            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: nothing was measured", e);
        }
    }

    private List<String> command(Installation installation) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + installation.runOptions(),
                "-Xmx4g",
                "-XX:+UseParallelGC",
                "-cp",
                installation.classPath("benchmarks").stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                "com.opsatc.benchmarks.BenchMain",
                "mining",
                Long.toString(events),
                format.toString(),
                installation.runOptions().toString());
    }
}
