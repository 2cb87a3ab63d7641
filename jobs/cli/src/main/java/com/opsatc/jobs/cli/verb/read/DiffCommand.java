package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.diff.ComparedRun;
import com.opsatc.jobs.cli.diff.DiffPart;
import com.opsatc.jobs.cli.diff.DifferenceTables;
import com.opsatc.jobs.cli.diff.RunComparison;
import com.opsatc.jobs.cli.output.CsvTable;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.cli.output.TextTable;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc diff}: what moved between two published runs, and what they rest on that differs. */
@Command(
        name = "diff",
        description = {
            "Compares two published runs: figures, findings and recommendations that moved; then what they rest on that"
                    + " differs: extract files, definitions, settings; then quality.",
            "That two intervals overlap says that the figures may differ by chance; it is no test."
        })
public final class DiffCommand implements Callable<Integer> {
    private static final List<DocumentType<?>> COMPARED = List.of(
            Documents.KPIS, Documents.FINDINGS, Documents.RECOMMENDATIONS, Documents.QUALITY, Documents.DEFINITIONS);

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TenantOption which;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            description =
                    "The earlier run, or its logical date; 'opsatc runs' lists them (default: the one published before"
                            + " --to).")
    private String from;

    @Option(names = "--to", paramLabel = "RUN", description = "The later run, or its date (default: the current one).")
    private String to;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or csv (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    public DiffCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (format == OutputFormat.ARROW) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--output': this verb writes text, json or csv");
        }

        return Reading.of(opsatc, which.tenant(), Purpose.READ, this::later, reading -> {
            Published earlier = Published.of(
                    reading.scope(),
                    earlier(reading.scope(), reading.published().head()));
            RunComparison comparison = RunComparison.of(ComparedRun.of(earlier), ComparedRun.of(reading.published()));
            if (format == OutputFormat.CSV) {
                pass(new Reading(opsatc, reading.home(), reading.scope(), earlier));
                pass(reading);
            }
            show(comparison);

            return 0;
        });
    }

    private Head later(TenantScope scope) {
        if (to != null) {
            return NamedRun.of(scope, to, "--to");
        }

        return Heads.current(scope)
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot compare runs of tenant " + scope.tenant() + ": it has published nothing yet; run opsatc"
                                + " run --tenant " + scope.tenant()));
    }

    private Head earlier(TenantScope scope, Head later) {
        if (from != null) {
            return NamedRun.of(scope, from, "--from");
        }

        return Heads.list(scope).stream()
                .filter(head ->
                        head.sequence() < later.sequence() && !head.runId().equals(later.runId()))
                .reduce((one, next) -> next)
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot compare runs of tenant " + scope.tenant() + ": none was published before run "
                                + later.runId()
                                + "; name another with --from, or run again once there is more to read"));
    }

    private static void pass(Reading reading) {
        COMPARED.stream()
                .filter(document -> reading.published().find(document.name()).isPresent())
                .forEach(document ->
                        reading.passGate(WriteGates.TABLE_EXPORT, document.name(), OutputFormat.CSV.toString()));
    }

    private void show(RunComparison comparison) {
        Terminal terminal = opsatc.terminal();
        switch (format) {
            case JSON -> {
                terminal.out().writeBytes(CanonicalJson.write(comparison));
                terminal.out().println();
            }
            case CSV -> CsvTable.write(DifferenceTables.all(comparison), terminal.out());
            default -> text(comparison, terminal);
        }
    }

    private static void text(RunComparison comparison, Terminal terminal) {
        terminal.out()
                .println(terminal.outStyle()
                        .faint(comparison.tenant() + " · from run " + of(comparison.from()) + " to run "
                                + of(comparison.to())));
        comparison.sentences().forEach(terminal.out()::println);
        for (DiffPart part : DiffPart.values()) {
            Table table = DifferenceTables.of(comparison, part);
            if (!table.columns().isEmpty()) {
                terminal.out().println();
                terminal.out().println(terminal.outStyle().bold(part.title()));
                TextTable.write(table, terminal.out(), terminal.outStyle());
            }
        }
    }

    private static String of(RunComparison.Side side) {
        return side.runId() + " as of " + side.asOf();
    }
}
