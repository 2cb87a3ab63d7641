package com.opsatc.jobs.cli.verb.telemetry;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.host.SpoolFiles;
import com.opsatc.jobs.host.TelemetryRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.tenancy.scope.Tenancy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code opsatc telemetry ingest}: counts telemetry files into exact vectors, which never leave the restricted zone. */
@Command(
        name = "ingest",
        description =
                "Counts telemetry files of whole days into exact vectors of the restricted zone. Of the home's own raw"
                        + " files, those that were counted to their last day more than 7 days before are deleted; files elsewhere"
                        + " never.")
public final class TelemetryIngestCommand implements Callable<Integer> {
    private static final int LEAST_MEMORY = 256;

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Results results;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files, or folders with files, those left out that end in .part: a process still writes them (default:"
                            + " what the platform's own components wrote, up to the last whole line of those that they still"
                            + " write).")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "otlp",
            description =
                    "otlp (OTLP JSON lines, plain or gzip), nezha (spans as CSV) or access_log; the last two are the"
                            + " probe's (default: ${DEFAULT-VALUE}).")
    private TelemetryRequest.Format format;

    @Option(
            names = "--probe",
            description = "The files are of the probe: synthetic operations, shown exactly and apart from all tenants.")
    private boolean probe;

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            description =
                    "Count up to this day, UTC (default: yesterday); a day is counted once. The first ingest counts"
                            + " this day alone, and later ones all days since.")
    private LocalDate day;

    @Option(
            names = "--runner",
            paramLabel = "RUNNER",
            defaultValue = "direct",
            description = "direct or spark: the Beam runner; both give the same bytes (default: ${DEFAULT-VALUE}).")
    private TelemetryRequest.Runner runner;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            defaultValue = "2048",
            description = "Memory of the process (default: ${DEFAULT-VALUE}).")
    private int memory;

    public TelemetryIngestCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        boolean probeOnly = format != TelemetryRequest.Format.OTLP;
        if (probeOnly && paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing PATH: only otlp has files of its own");
        }

        if (memory < LEAST_MEMORY) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--memory': it needs at least " + LEAST_MEMORY);
        }

        try (Tenancy tenancy = opsatc.openOrCreate()) {
            List<String> files = paths.isEmpty() ? SpoolFiles.of(tenancy.home()) : files(paths);
            TelemetryOutcome outcome = new TelemetryRunner(opsatc.host(tenancy), ChildLimits.of(memory))
                    .ingest(new TelemetryRequest.Ingest(
                            List.of(new TelemetryRequest.Input(files, format, probe || probeOnly)), day, runner));
            results.write(opsatc.terminal(), outcome, () -> counts(outcome));
            outcome.files().forEach(message -> opsatc.terminal().err().println(Shown.text(message)));

            return 0;
        }
    }

    private static Table counts(TelemetryOutcome outcome) {
        Stream<List<Object>> days = outcome.days().stream().map(each -> Table.row("day " + each, (Long) null));

        return new Table(
                List.of(Column.text("what", "what"), Column.count("n", "n")),
                Stream.concat(
                        days,
                        outcome.counts().entrySet().stream()
                                .map(count -> Table.row(count.getKey(), count.getValue()))));
    }

    /** The files themselves, folders opened one level deep without what is still being written. */
    private List<String> files(List<Path> paths) {
        return SpoolFiles.named(paths.stream()
                .map(path -> opsatc.invocation().workingDirectory().resolve(path))
                .flatMap(path -> Files.isDirectory(path) ? SpoolFiles.in(path) : existing(path)));
    }

    private static Stream<Path> existing(Path path) {
        if (!Files.exists(path)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot read " + path + ": there is no such file; check the path");
        }

        return Stream.of(path);
    }
}
