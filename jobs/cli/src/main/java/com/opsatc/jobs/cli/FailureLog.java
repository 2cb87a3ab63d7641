package com.opsatc.jobs.cli;

import com.opsatc.contract.PipelineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that takes stack traces: {@code logs/opsatc.log} in the home.
 *
 * <p>Only failures of our own are written with their message. The messages of libraries are withheld, since a parser or a
 * database quotes the value it stopped at.
 */
final class FailureLog {
    private static final int MOST_FRAMES = 60;

    private FailureLog() {}

    /** Appends a failure. Returns where it was written, or that it could not be. */
    static String write(OpsatcCommand opsatc, Throwable failure) {
        Path logs = opsatc.homePath().resolve("logs");
        if (!Files.isDirectory(logs)) {
            return "the command line you used (there is no home yet to keep a log in)";
        }

        Path file = logs.resolve("opsatc.log");
        try {
            Files.writeString(
                    file,
                    opsatc.invocation().clock().instant() + " " + describe(failure),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            return "the command line you used (its log " + file + " cannot be written)";
        }

        return file.toString();
    }

    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause == failure ? "" : "caused by ")
                    .append(cause.getClass().getName());
            if (cause instanceof PipelineException known) {
                text.append(' ').append(known.code()).append(": ").append(known.getMessage());
            }
            text.append('\n');
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
        }

        return text.toString();
    }
}
