package com.opsatc.jobs.cli;

import com.opsatc.connector.Connectors;
import com.opsatc.connector.infer.Infer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opsatc connectors infer FILE}: a first connector for an event log, to be read before it is used. */
@Command(
        name = "infer",
        description =
                "Drafts a connector from an event log's first rows, on standard output. A column that may name a person"
                        + " is never chosen.")
final class ConnectorsInferCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Parameters(paramLabel = "FILE", description = "A CSV or XES event log, also gzipped.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "What is known of the file: dates=dmy or dates=mdy for the order of day and month, encoding=NAME"
                            + " for its character set; may be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    ConnectorsInferCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        String draft =
                Infer.draft(opsatc.invocation().workingDirectory().resolve(file).normalize(), settings);
        opsatc.terminal().out().print(draft);
        opsatc.terminal()
                .err()
                .println("Read it, then save it as conf/connectors/"
                        + Connectors.parse(draft).id() + ".yaml");

        return 0;
    }
}
