package com.opsatc.jobs.cli.verb.connector;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc connectors list}. */
@Command(name = "list", description = "Lists the connectors.")
public final class ConnectorsListCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.text("connector", "connector"),
            Column.count("version", "version"),
            Column.text("process", "process"),
            Column.text("title", "reads"),
            Column.text("settings", "settings"));

    private final OpsatcCommand opsatc;

    @Mixin
    private Results results;

    public ConnectorsListCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private record Listed(String connector, long version, String process, String title, List<String> settings) {
        static Listed of(Connector connector) {
            return new Listed(
                    connector.id(),
                    connector.version(),
                    connector.process(),
                    connector.title(),
                    List.copyOf(connector.settings().keySet()));
        }
    }

    @Override
    public Integer call() {
        Connectors connectors = opsatc.connectors();
        List<Listed> listed = connectors.all().stream().map(Listed::of).toList();
        results.write(
                opsatc.terminal(),
                listed,
                () -> new Table(
                        COLUMNS,
                        listed.stream()
                                .map(each -> Table.row(
                                        each.connector(),
                                        each.version(),
                                        each.process(),
                                        each.title(),
                                        String.join(" ", each.settings())))));
        connectors
                .broken()
                .forEach((id, why) -> opsatc.terminal()
                        .err()
                        .println(Shown.text("opsatc: Connector " + id + " cannot be used: " + why)));

        return 0;
    }
}
