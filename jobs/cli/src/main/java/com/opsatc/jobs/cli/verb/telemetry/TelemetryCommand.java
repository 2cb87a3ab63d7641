package com.opsatc.jobs.cli.verb.telemetry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc telemetry}: what engineers may see of the platform, never of a tenant or a person. */
@Command(
        name = "telemetry",
        description = "De-identified platform telemetry: counted exactly, released with noise, never about a tenant.")
public final class TelemetryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
