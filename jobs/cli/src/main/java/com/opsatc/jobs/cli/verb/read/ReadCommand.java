package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.figure.Humane;
import com.opsatc.instrumentation.Feature;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.ArrowTable;
import com.opsatc.jobs.cli.output.CsvTable;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.cli.output.TextTable;
import com.opsatc.jobs.cli.view.DocumentView;
import com.opsatc.tenancy.scope.Purpose;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A verb that shows one published document as tables: {@code kpis}, {@code edges} and the like. */
@Command
public class ReadCommand implements Callable<Integer> {
    /** Whose sentences may be about KPIs. */
    private static final List<DocumentType<?>> OF_KPIS = List.of(Documents.FINDINGS, Documents.RECOMMENDATIONS);

    private final OpsatcCommand opsatc;
    private final DocumentView<?> view;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WhichRun which;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text, json (the published document, byte for byte), csv or arrow (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "25",
            description = "At most N lines of a table as text; 0 for all (default: ${DEFAULT-VALUE}).")
    private int limit;

    ReadCommand(OpsatcCommand opsatc, DocumentView<?> view) {
        this.opsatc = opsatc;
        this.view = view;
    }

    /** The verb of a view, named and described by it. */
    public static CommandLine of(OpsatcCommand opsatc, DocumentView<?> view) {
        CommandLine line = new CommandLine(
                view.document().equals(Documents.QUALITY)
                        ? new QualityCommand(opsatc, view)
                        : new ReadCommand(opsatc, view));
        line.getCommandSpec()
                .name(view.document().key())
                .usageMessage()
                .description(view.document().description());

        return line;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw invalid("--limit", "0 for all lines, or how many at most");
        }

        return Reading.of(opsatc, which, Purpose.READ, reading -> {
            byte[] document = reading.published().document(view.document().name());
            Map<String, String> kpis = OF_KPIS.contains(view.document()) ? reading.kpiTitles() : Map.of();
            Terminal terminal = opsatc.terminal();
            switch (format) {
                case JSON -> {
                    terminal.out().writeBytes(document);
                    terminal.out().println();
                }
                case CSV -> {
                    reading.passGate(WriteGates.TABLE_EXPORT, view.document().name(), format.toString());
                    CsvTable.write(view.tables(document, kpis).get(0).table(), terminal.out());
                }
                case ARROW -> {
                    reading.passGate(WriteGates.TABLE_EXPORT, view.document().name(), format.toString());
                    ArrowTable.write(view.tables(document, kpis).get(0).table(), terminal.out());
                }
                case TEXT -> text(scopeLine(reading), document, kpis);
            }
            // Of these readers, the only one that the release manifest asks about.
            if (view.document().equals(Documents.FINDINGS)) {
                reading.used(Feature.FINDINGS);
            }

            return 0;
        });
    }

    OpsatcCommand opsatc() {
        return opsatc;
    }

    WhichRun which() {
        return which;
    }

    OutputFormat format() {
        return format;
    }

    ParameterException invalid(String option, String why) {
        return new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + why);
    }

    /** Shows a document as tables, below a line that says what it is of; KPIs by their titles. */
    void text(String of, byte[] document, Map<String, String> kpis) {
        Terminal terminal = opsatc.terminal();
        terminal.out().println(terminal.outStyle().faint(of));
        for (DocumentView.Titled titled : view.read(document, kpis)) {
            List<List<Object>> rows = titled.table().rows().toList();
            int shown = limit == 0 ? rows.size() : Math.min(limit, rows.size());
            terminal.out().println();
            if (!titled.title().isEmpty()) {
                terminal.out().println(terminal.outStyle().bold(titled.title()) + (rows.isEmpty() ? ": none" : ""));
            }
            if (!rows.isEmpty()) {
                TextTable.write(
                        new Table(titled.table().columns(), rows.subList(0, shown).stream()),
                        terminal.out(),
                        terminal.outStyle());
            }
            if (shown < rows.size()) {
                terminal.out().println(shown + " of " + Humane.count(rows.size()) + " lines; --limit 0 shows all");
            }
        }
    }

    /** What the figures are of, so that a copied table still says it. */
    private static String scopeLine(Reading reading) {
        return reading.scope().tenant() + " · as of "
                + reading.published().manifest().logicalDate() + " · "
                + reading.published().manifest().zone() + " · run "
                + reading.published().manifest().runId();
    }
}
