package com.opsatc.telemetry.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a stream as bytes, each ended by a line feed or the end. A line over the limit is passed over in flat memory. Blank
 * lines are skipped.
 */
public final class LineReader {
    /** More is no telemetry but a mistake, or an attack on memory. */
    public static final int LONGEST_BYTES = 4 << 20;

    private static final int CHUNK_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int position;
    private int limit;
    private long consumed;
    private byte[] line = new byte[CHUNK_BYTES];
    private int length;
    private long start;
    private long end;
    private boolean tooLong;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        while (nextOfAnyKind()) {
            if (tooLong || !blank()) {
                return true;
            }
        }
        return false;
    }

    /** Passes over the rest of a line that began before the stream. */
    void pass() throws IOException {
        nextOfAnyKind();
    }

    /** Where the next line will begin. */
    long nextStart() {
        return consumed;
    }

    /** The line's bytes, from 0 to {@link #length}; overwritten by the next line. */
    public byte[] bytes() {
        return line;
    }

    public int length() {
        return length;
    }

    /** Whether the line was over the limit; its bytes are not kept then. */
    public boolean tooLong() {
        return tooLong;
    }

    /** Where the line begins, in bytes since the stream's start. */
    long start() {
        return start;
    }

    /** Where the line ends, its line feed not counted. */
    long end() {
        return end;
    }

    private boolean nextOfAnyKind() throws IOException {
        length = 0;
        tooLong = false;
        start = consumed;
        if (position == limit && !fill()) {
            return false;
        }

        while (position < limit || fill()) {
            int feed = position;
            while (feed < limit && chunk[feed] != '\n') {
                feed++;
            }
            append(position, feed - position);
            consumed += feed - position;
            position = feed;
            if (feed < limit) {
                end = consumed;
                consumed++;
                position++;
                return true;
            }
        }
        end = consumed;
        return true;
    }

    private void append(int from, int count) {
        if (tooLong || length + count > LONGEST_BYTES) {
            tooLong = true;
            length = 0;
            return;
        }

        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
        }
        System.arraycopy(chunk, from, line, length, count);
        length += count;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(chunk));
        return limit > 0;
    }

    private boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
