package com.opsatc.jobs.cli;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.UnwritableHome;
import com.opsatc.jobs.cli.output.Shown;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How every failure ends: one line {@code opsatc: <message>} on standard error and an exit code; the stack trace goes to
 * the log file.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final OpsatcCommand opsatc;

    Failures(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        say(sentence(failure) + nearest(failure) + "; see '"
                + line.getCommandSpec().qualifiedName() + " --help'");

        return ErrorCode.CONFIGURATION.exitCode();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof ParameterException usage) {
            return handleParseException(usage, new String[0]);
        }

        if (failure instanceof PipelineException known) {
            say(known.getMessage());
            opsatc.failures().write(failure);
            return known.code().exitCode();
        }

        Optional<PipelineException> unwritable = UnwritableHome.behind(failure, opsatc.homePath());
        if (unwritable.isPresent()) {
            say(unwritable.get().getMessage());
            return unwritable.get().code().exitCode();
        }

        String place = opsatc.failures().write(failure);
        say("Cannot finish: internal error " + failure.getClass().getSimpleName() + "; please report it with " + place);

        return ErrorCode.INTERNAL.exitCode();
    }

    private void say(String message) {
        opsatc.terminal().err().println("opsatc: " + Shown.text(message));
    }

    private static String sentence(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            boolean verb = !failure.getCommandLine().getSubcommands().isEmpty();
            return (verb ? "Unknown verb '" : "Unexpected argument '")
                    + unmatched.getUnmatched().get(0) + "'";
        }

        return failure.getMessage()
                .lines()
                .findFirst()
                .orElse("Invalid arguments")
                .replaceAll("[.;]+$", "");
    }

    private static String nearest(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }

        List<String> near = NearestArguments.of(unmatched);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
