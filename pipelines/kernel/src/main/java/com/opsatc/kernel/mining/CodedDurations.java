package com.opsatc.kernel.mining;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;
import com.opsatc.kernel.mining.figure.Durations;
import com.opsatc.kernel.mining.figure.LongBag;
import java.util.List;

/**
 * Durations in microseconds by activity code, collected in parts that are merged in any order.
 *
 * <p>Not thread-safe: one collector a thread. What {@link #of} gives must be asked for only once nothing is added any more.
 */
public final class CodedDurations {
    private final LongBag[] bags;

    /** @param codes how many codes there are, counted from 0 */
    public CodedDurations(int codes) {
        if (codes < 0) {
            throw new IllegalArgumentException("Invalid number of codes: " + codes + "; it is not negative");
        }

        bags = new LongBag[codes];
        for (int code = 0; code < codes; code++) {
            bags[code] = new LongBag();
        }
    }

    /**
     * Adds one duration.
     *
     * @throws IllegalArgumentException if the code is not one of them, or the duration is negative
     */
    public void add(int code, long durationUs) {
        if (code < 0 || code >= bags.length || durationUs < 0) {
            throw new IllegalArgumentException("Invalid duration: expected a code from 0 to " + (bags.length - 1)
                    + " and a duration that is not negative");
        }

        bags[code].add(durationUs);
    }

    /** All durations of a code; none is a legal answer. */
    public Durations of(int code) {
        return new Durations(bags[code]);
    }

    public byte[] toBytes() {
        ByteSink sink = new ByteSink();
        sink.writeVarint(bags.length);
        for (LongBag bag : bags) {
            PackedLongs.write(sink, bag);
        }
        return sink.toBytes();
    }

    /**
     * Puts together what parts of a log gave.
     *
     * @param parts each from {@link #toBytes}, of as many codes
     * @throws IllegalArgumentException if the bytes of a part are damaged, or of another number of codes
     */
    public static CodedDurations merge(int codes, List<byte[]> parts) {
        CodedDurations merged = new CodedDurations(codes);
        for (byte[] part : parts) {
            ByteSource source = new ByteSource(part);
            if (source.readCount() != codes) {
                throw new IllegalArgumentException("Cannot merge durations: a part is of another number of codes");
            }

            for (LongBag bag : merged.bags) {
                PackedLongs.readInto(bag, source);
            }

            source.requireEnd();
        }
        return merged;
    }
}
