package com.opsatc.jobs.cli;

import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options or verbs that a mistyped argument may have meant. */
final class NearestArguments {
    private NearestArguments() {}

    /** The nearest options or verbs of the command that did not know an argument. */
    static List<String> of(UnmatchedArgumentException failure) {
        CommandSpec spec = failure.getCommandLine().getCommandSpec();
        String wrong = failure.getUnmatched().get(0);
        List<String> known = new ArrayList<>();
        if (wrong.startsWith("-")) {
            for (OptionSpec option : spec.options()) {
                known.add(option.longestName());
            }
        } else {
            known.addAll(spec.subcommands().keySet());
        }

        return Nearest.of(wrong.replaceFirst("=.*", ""), known);
    }
}
