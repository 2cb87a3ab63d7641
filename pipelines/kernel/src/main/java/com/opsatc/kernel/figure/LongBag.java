package com.opsatc.kernel.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing collection of integers without an order, stored in chunks so that growing never copies a large array and
 * joining two bags copies nothing.
 */
public final class LongBag {
    private static final int SMALLEST_CHUNK = 8;
    private static final int LARGEST_CHUNK = 8192;

    private final List<Chunk> sealed = new ArrayList<>();
    private long[] tail = new long[SMALLEST_CHUNK];
    private int fill;
    private long sealedCount;

    public void add(long value) {
        if (fill == tail.length) {
            grow();
        }

        tail[fill++] = value;
    }

    /** Adds {@code count} values of an array from a place on. */
    public void addCopy(long[] values, int from, int count) {
        int done = 0;
        while (done < count) {
            if (fill == tail.length) {
                grow();
            }

            int step = Math.min(count - done, tail.length - fill);
            System.arraycopy(values, from + done, tail, fill, step);
            fill += step;
            done += step;
        }
    }

    private void grow() {
        if (tail.length < LARGEST_CHUNK) {
            tail = Arrays.copyOf(tail, tail.length * 2);
            return;
        }

        seal(new Chunk(tail, fill));
        tail = new long[LARGEST_CHUNK];
        fill = 0;
    }

    /** Adds the values of another bag, which must not grow afterwards. */
    public void addAll(LongBag other) {
        other.chunks().forEach(this::seal);
    }

    /** Adds the first {@code length} values of an array, which must not change afterwards. */
    public void addAll(long[] values, int length) {
        seal(new Chunk(values, length));
    }

    private void seal(Chunk chunk) {
        if (chunk.length > 0) {
            sealed.add(chunk);
            sealedCount += chunk.length;
        }
    }

    public long count() {
        return sealedCount + fill;
    }

    /** All values, in chunks without empty ones. */
    public List<Chunk> chunks() {
        List<Chunk> all = new ArrayList<>(sealed);
        if (fill > 0) {
            all.add(new Chunk(tail, fill));
        }

        return all;
    }

    /** The first {@code length} elements of an array. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Chunk(long[] values, int length) {}
}
