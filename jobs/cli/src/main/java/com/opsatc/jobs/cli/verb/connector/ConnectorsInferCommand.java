package com.opsatc.jobs.cli.verb.connector;

import com.opsatc.connector.Connectors;
import com.opsatc.connector.infer.Infer;
import com.opsatc.contract.run.ConnectorQuestion;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.host.child.ConnectorProcess;
import com.opsatc.jobs.host.child.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opsatc connectors infer FILE...}: a first connector for files nobody described yet, to be read before it is used. */
@Command(
        name = "infer",
        description =
                "Drafts a connector from the first rows of an event log, or of orders and lines, on standard output. Files"
                        + " with the same columns are taken for deliveries, others are joined by the columns that they"
                        + " share. A column that may name a person is never chosen.")
public final class ConnectorsInferCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, also gzipped, Parquet, or one XES log.")
    private List<Path> files;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "What is known of the file: dates=dmy or dates=mdy for the order of day and month, encoding=NAME"
                            + " for its character set; may be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    public ConnectorsInferCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        List<Path> chosen = files.stream()
                .map(file ->
                        opsatc.invocation().workingDirectory().resolve(file).normalize())
                .toList();
        String draft = chosen.stream().anyMatch(Infer::isParquet) ? whereParquetIsRead(chosen) : drafted(chosen);
        opsatc.terminal().out().print(draft);
        opsatc.terminal()
                .err()
                .println("Read it, then save it as "
                        + opsatc.ownConfiguration()
                                .resolve("connectors/" + Connectors.parse(draft).id() + ".yaml"));

        return 0;
    }

    private String drafted(List<Path> chosen) {
        return Infer.draft(chosen, settings, file -> {
            throw new IllegalStateException("A file that was no Parquet is one");
        });
    }

    private String whereParquetIsRead(List<Path> chosen) {
        return new ConnectorProcess(new Installation(opsatc.invocation().root()))
                .ask(new ConnectorQuestion(
                        opsatc.invocation().conf().toString(),
                        opsatc.ownConfiguration().toString(),
                        /* connector= */ null,
                        chosen.stream().map(Path::toString).toList(),
                        new TreeMap<>(settings)))
                .draft();
    }
}
