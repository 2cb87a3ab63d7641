package com.opsatc.jobs.cli;

import java.util.List;
import picocli.AutoComplete.GenerateCompletion;

/** Every verb of the command, in the order the help lists them; a new verb is a line here. */
final class Verbs {
    private Verbs() {}

    static List<Object> all(OpsatcCommand opsatc) {
        return List.of(new DoctorCommand(opsatc), new GenerateCompletion());
    }
}
