package com.opsatc.contract.pipe;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunMessage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Writes messages to the parent, a JSON line each. Progress within a stage is thinned to one message in a tenth of a
 * second; a stage's first and last message always go.
 */
public final class MessageWriter implements ProgressSink {
    private static final long NANOS_PER_MS = 1_000_000;
    private static final long THIN_NANOS = 100 * NANOS_PER_MS;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final Map<String, Long> began = new HashMap<>();
    private final Map<String, Long> said = new HashMap<>();

    public MessageWriter(OutputStream out, LongSupplier nanoTime) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void progress(String stage, long done, long total, long rows) {
        long now = nanoTime.getAsLong();
        Long last = said.get(stage);
        if (last != null && now - last < THIN_NANOS) {
            return;
        }

        said.put(stage, now);
        write(RunMessage.of(new ProgressEvent(stage, done, total, rows, elapsed(stage, now), false, null)));
    }

    @Override
    public synchronized void finished(String stage, long rows, String note) {
        long elapsed = elapsed(stage, nanoTime.getAsLong());
        write(RunMessage.of(new ProgressEvent(stage, 1, 1, rows, elapsed, true, note.isEmpty() ? null : note)));
    }

    /** Says the last word: how the work ended. */
    public synchronized void end(RunMessage message) {
        write(message);
    }

    public synchronized void failure(ErrorCode code, String message) {
        write(RunMessage.failure(code, message));
    }

    private long elapsed(String stage, long now) {
        return (now - began.computeIfAbsent(stage, name -> now)) / NANOS_PER_MS;
    }

    private void write(RunMessage message) {
        byte[] line = CanonicalJson.write(message);
        out.write(line, 0, line.length);
        out.write('\n');
        out.flush();
    }
}
