package com.opsatc.jobs.host;

import com.opsatc.contract.error.FailureTrace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * The file that takes stack traces: {@code opsatc.log} in a home's logs.
 *
 * @param logs folder; it need not exist
 */
public record FailureLog(Path logs, Clock clock) {
    /** Appends a failure. Returns where it was written, or that it could not be. */
    public String write(Throwable failure) {
        if (!Files.isDirectory(logs)) {
            return "the command line you used (there is no home yet to keep a log in)";
        }

        Path file = logs.resolve("opsatc.log");
        try {
            Files.writeString(
                    file,
                    clock.instant() + " " + FailureTrace.of(failure),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            return "the command line you used (its log " + file + " cannot be written)";
        }

        return file.toString();
    }
}
