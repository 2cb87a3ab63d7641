package com.opsatc.jobs.cli;

import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** Every verb of the command, in the order the help lists them; a new verb is a line here. */
final class Verbs {
    private Verbs() {}

    static List<Object> all(OpsatcCommand opsatc) {
        return List.of(
                new DoctorCommand(opsatc),
                group(
                        new TenantCommand(),
                        new TenantAddCommand(opsatc),
                        new TenantListCommand(opsatc),
                        new TenantShowCommand(opsatc)),
                new RunCommand(opsatc),
                new RunsCommand(opsatc),
                new GenerateCompletion());
    }

    /** A verb that has verbs of its own. */
    private static CommandLine group(Object command, Object... verbs) {
        CommandLine line = new CommandLine(command);
        for (Object verb : verbs) {
            line.addSubcommand(verb);
        }

        return line;
    }
}
