package com.opsatc.jobs.cli.verb.tenant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc file}: lists the files that a tenant's figures rest on, and leaves some of them out. */
@Command(name = "file", description = "Lists the extract files that count, withdraws some, and restores them.")
public final class FileCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
