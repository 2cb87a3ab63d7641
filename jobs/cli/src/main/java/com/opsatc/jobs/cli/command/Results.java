package com.opsatc.jobs.cli.command;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.output.CsvTable;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.cli.output.TextTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --output} of a verb whose result is about the platform itself, and the result's way out. */
public final class Results {
    private static final Set<OutputFormat> FORMATS = EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or csv (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Writes the result in the format the user chose.
     *
     * @param document what JSON shows
     * @param table what text and CSV show
     */
    public void write(Terminal terminal, Object document, Supplier<Table> table) {
        if (!FORMATS.contains(format)) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--output': this verb writes text, json or csv");
        }

        switch (format) {
            case JSON -> {
                terminal.out().writeBytes(CanonicalJson.write(document));
                terminal.out().println();
            }
            case CSV -> CsvTable.write(table.get(), terminal.out());
            default -> TextTable.write(table.get(), terminal.out(), terminal.outStyle());
        }
    }

    /** A table that only text shows, below the result; one without lines is left out. */
    public void further(Terminal terminal, String title, Supplier<Table> table) {
        if (format != OutputFormat.TEXT) {
            return;
        }

        List<List<Object>> rows = table.get().rows().toList();
        if (!rows.isEmpty()) {
            terminal.out().println();
            terminal.out().println(terminal.outStyle().bold(title));
            TextTable.write(new Table(table.get().columns(), rows.stream()), terminal.out(), terminal.outStyle());
        }
    }
}
