package com.opsatc.jobs.cli.verb.tenant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc source}: adds, lists and removes the extracts of a tenant. */
@Command(name = "source", description = "Adds, lists and removes the extracts that a tenant reads.")
public final class SourceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
