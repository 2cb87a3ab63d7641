package com.opsatc.jobs.cli.verb.read;

import com.opsatc.jobs.cli.output.OutputFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --output} of a reader whose result is no table. */
final class TextOrJson {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    /**
     * Whether the user asked for JSON.
     *
     * @throws ParameterException when for a format of tables
     */
    boolean isJson() {
        if (format != OutputFormat.TEXT && format != OutputFormat.JSON) {
            throw new ParameterException(
                    verb.commandLine(), "Invalid value for option '--output': this verb writes text or json");
        }

        return format == OutputFormat.JSON;
    }
}
