package com.opsatc.connector.format;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * The trace that is being read. Its attributes hold for all its events, wherever they stand: events wait for those that are
 * asked for and not yet seen, at the longest until the trace ends.
 */
final class XesTrace {
    private static final int BYTES_OF_EVENT = 100;

    private final String[] shared;
    private final boolean[] ofTrace;
    private final long mostWaiting;
    private final Queue<String[]> waiting = new ArrayDeque<>();
    private final Queue<String[]> ready = new ArrayDeque<>();
    private long waitingBytes;

    /**
     * @param ofTrace which of the asked-for columns are attributes of the trace
     * @param mostWaiting bytes
     */
    XesTrace(boolean[] ofTrace, long mostWaiting) {
        this.shared = new String[ofTrace.length];
        this.ofTrace = ofTrace.clone();
        this.mostWaiting = mostWaiting;
    }

    /** The trace's attributes, to be filled as they are read. */
    String[] shared() {
        return shared;
    }

    void add(String[] event) throws RefusedFile {
        waiting.add(event);
        if (allSeen()) {
            release();
            return;
        }

        waitingBytes += BYTES_OF_EVENT;
        for (String text : event) {
            waitingBytes += text == null ? 0 : text.length();
        }

        if (waitingBytes > mostWaiting) {
            throw new RefusedFile(RefusedFile.TRACE_TOO_LONG);
        }
    }

    /** No attribute of it comes any more. */
    void end() {
        release();
    }

    /** The next event with its trace's attributes; null when none is known yet. */
    String[] poll() {
        return ready.poll();
    }

    private boolean allSeen() {
        for (int i = 0; i < shared.length; i++) {
            if (ofTrace[i] && shared[i] == null) {
                return false;
            }
        }

        return true;
    }

    private void release() {
        for (String[] event : waiting) {
            Arrays.setAll(event, i -> shared[i] == null ? event[i] : shared[i]);
            ready.add(event);
        }

        waiting.clear();
        waitingBytes = 0;
    }
}
