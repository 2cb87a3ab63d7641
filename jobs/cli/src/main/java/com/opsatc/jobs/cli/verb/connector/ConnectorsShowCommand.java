package com.opsatc.jobs.cli.verb.connector;

import com.opsatc.connector.Connector;
import com.opsatc.connector.ConnectorPage;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Shown;
import java.io.PrintStream;
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
public final class ConnectorsShowCommand implements Callable<Integer> {
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

    public ConnectorsShowCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Connectors connectors = opsatc.connectors();
        Connector connector = connectors.require(id);
        OwnExpressions.require(opsatc, connectors, id);
        PrintStream out = opsatc.terminal().out();
        switch (format) {
            case JSON -> {
                out.writeBytes(CanonicalJson.write(connector));
                out.println();
            }
            case TEXT -> ConnectorPage.markdown(connector).lines().forEach(line -> out.println(Shown.text(line)));
            default ->
                throw new ParameterException(
                        spec.commandLine(), "Invalid value for option '--output': this verb writes text or json");
        }

        return 0;
    }
}
