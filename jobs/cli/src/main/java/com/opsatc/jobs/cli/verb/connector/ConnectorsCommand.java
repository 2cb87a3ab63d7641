package com.opsatc.jobs.cli.verb.connector;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc connectors}: how extracts of systems of record are read. */
@Command(name = "connectors", description = "Lists and shows connectors, and drafts one from a file.")
public final class ConnectorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
