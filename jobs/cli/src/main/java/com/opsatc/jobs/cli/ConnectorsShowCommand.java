package com.opsatc.jobs.cli;

import com.opsatc.connector.ColumnSpec;
import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.connector.Setting;
import com.opsatc.connector.StreamSpec;
import com.opsatc.contract.CanonicalJson;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Style;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code opsatc connectors show C}: every column that a connector reads, and its settings. */
@Command(
        name = "show",
        description = "Shows a connector: its settings, and every column it reads; no other is ever read.")
final class ConnectorsShowCommand implements Callable<Integer> {
    private static final List<Column> SETTINGS = List.of(
            Column.text("setting", "setting"),
            Column.text("default", "default"),
            Column.text("description", "description"));
    private static final List<Column> COLUMNS = List.of(
            Column.text("column", "column"),
            Column.text("from", "from"),
            Column.text("type", "type"),
            Column.text("description", "description"));

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "C", description = "system/process, as 'opsatc connectors list' shows it.")
    private String id;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    ConnectorsShowCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Connector connector = Connectors.load(opsatc.invocation().conf()).require(id);
        PrintStream out = opsatc.terminal().out();
        switch (format) {
            case JSON -> {
                out.writeBytes(CanonicalJson.write(connector));
                out.println();
            }
            case TEXT -> text(connector, out, opsatc.terminal().outStyle());
            default ->
                throw new ParameterException(
                        spec.commandLine(), "Invalid value for option '--output': this verb writes text or json");
        }

        return 0;
    }

    private static void text(Connector connector, PrintStream out, Style style) {
        out.println(style.bold(connector.id() + "   version " + connector.version() + "   " + connector.title()));
        out.println(Shown.text(connector.description().strip()));
        if (!connector.settings().isEmpty()) {
            out.println();
            TextTable.write(
                    new Table(SETTINGS, connector.settings().entrySet().stream().map(ConnectorsShowCommand::setting)),
                    out,
                    style);
        }
        for (StreamSpec stream : connector.streams().values()) {
            out.println();
            out.println(style.bold("Stream " + stream.name()) + "   files " + stream.files() + "   key "
                    + (stream.key().isEmpty() ? "the row's content" : String.join(", ", stream.key())));
            TextTable.write(
                    new Table(COLUMNS, stream.columns().entrySet().stream().map(ConnectorsShowCommand::column)),
                    out,
                    style);
        }
    }

    private static List<Object> setting(Map.Entry<String, Setting> entry) {
        Setting setting = entry.getValue();

        return Table.row(
                entry.getKey(),
                setting.required() ? "(required)" : setting.defaultValue().orElse(""),
                setting.description());
    }

    private static List<Object> column(Map.Entry<String, ColumnSpec> entry) {
        ColumnSpec column = entry.getValue();

        return Table.row(
                entry.getKey(),
                String.join(" or ", column.from()),
                column.type().name().toLowerCase(Locale.ROOT) + (column.required() ? ", required" : ""),
                column.description());
    }
}
