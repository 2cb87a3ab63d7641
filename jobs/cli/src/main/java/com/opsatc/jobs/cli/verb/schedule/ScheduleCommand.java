package com.opsatc.jobs.cli.verb.schedule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc schedule}: the jobs that run by themselves. */
@Command(
        name = "schedule",
        description = "Jobs that run by themselves, as conf/schedule.yaml of the home declares them.")
public final class ScheduleCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }
}
