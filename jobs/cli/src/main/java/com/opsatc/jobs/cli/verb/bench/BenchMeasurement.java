package com.opsatc.jobs.cli.verb.bench;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the benchmark verbs share: the form of the result, a least size, and a process of its own to measure in. */
final class BenchMeasurement {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    /** Refuses a form or a size that cannot be measured; {@code option} is the one that gave the size. */
    void require(String option, long size, long least) {
        if (format != OutputFormat.TEXT && format != OutputFormat.JSON) {
            throw invalid("--output", "this verb writes text or json");
        }

        if (size < least) {
            throw invalid(option, "use at least " + least);
        }
    }

    /** Measures at that size and prints the result; {@code further} is what this benchmark alone needs. */
    int run(OpsatcCommand opsatc, long size, String... further) {
        BenchProcess process = new BenchProcess(opsatc);
        List<String> arguments = new ArrayList<>(List.of(
                verb.name(),
                Long.toString(size),
                format.toString(),
                process.options().toString()));
        arguments.addAll(List.of(further));
        process.run(arguments);

        return 0;
    }

    private ParameterException invalid(String option, String why) {
        return new ParameterException(verb.commandLine(), "Invalid value for option '" + option + "': " + why);
    }
}
