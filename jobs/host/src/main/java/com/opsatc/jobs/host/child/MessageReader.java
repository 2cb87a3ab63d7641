package com.opsatc.jobs.host.child;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.RunMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a child's messages to their end. A child that parses hostile files is not trusted with the parent's memory: a line
 * has a greatest length, and what is not a message ends the run.
 */
final class MessageReader {
    private static final int LONGEST_LINE = 8 << 20;

    private final InputStream in;

    MessageReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Passes progress on. Returns the last message that is no progress; empty when the child said nothing of its end. */
    Optional<RunMessage> readAll(Consumer<ProgressEvent> progress) throws IOException {
        RunMessage end = null;
        for (byte[] line = line(); line != null; line = line()) {
            RunMessage message = CanonicalJson.read(line, RunMessage.class);
            if (message.progress() != null) {
                progress.accept(message.progress());
            } else {
                end = message;
            }
        }

        return Optional.ofNullable(end);
    }

    /** The next line without its end; null at the end of input, where an unfinished line is dropped. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toByteArray();
            }

            if (line.size() >= LONGEST_LINE) {
                throw new PipelineException(
                        ErrorCode.INTERNAL, "Cannot follow the run: its process sent a message that is too long");
            }
            line.write(b);
        }

        return null;
    }
}
