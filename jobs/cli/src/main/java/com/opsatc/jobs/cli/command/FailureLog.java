package com.opsatc.jobs.cli.command;

import com.opsatc.contract.error.FailureTrace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that takes stack traces: {@code logs/opsatc.log} in the home.
 */
public final class FailureLog {
    private FailureLog() {}

    /** Appends a failure. Returns where it was written, or that it could not be. */
    public static String write(OpsatcCommand opsatc, Throwable failure) {
        Path logs = opsatc.homePath().resolve("logs");
        if (!Files.isDirectory(logs)) {
            return "the command line you used (there is no home yet to keep a log in)";
        }

        Path file = logs.resolve("opsatc.log");
        try {
            Files.writeString(
                    file,
                    opsatc.invocation().clock().instant() + " " + FailureTrace.of(failure),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            return "the command line you used (its log " + file + " cannot be written)";
        }

        return file.toString();
    }
}
