package com.opsatc.jobs.cli.verb.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc audit}: who did what to a tenant, and the proof that none of it was lost or altered. */
@Command(name = "audit", description = "Shows, checks and proves who did what: each tenant has a log that only grows.")
public final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
