package com.opsatc.jobs.cli.verb.tenant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc tenant}: adds, lists, shows, sets and removes tenants. */
@Command(name = "tenant", description = "Adds, lists, shows, sets and removes tenants.")
public final class TenantCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
