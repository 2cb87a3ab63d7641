package com.opsatc.kernel.figure;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import java.util.Arrays;

/**
 * For each of some periods: how many durations fell in it, the sum of their places on the {@code LogScale}, and the sum of
 * the squares of these. Enough to tell whether their mean shifted, and additive.
 */
public final class PeriodSums {
    private static final int STRIDE = 3;
    private final long[] sums;

    public PeriodSums(int periods) {
        sums = new long[periods * STRIDE];
    }

    public void add(int period, int scaled) {
        int at = period * STRIDE;
        sums[at]++;
        sums[at + 1] += scaled;
        sums[at + 2] += (long) scaled * scaled;
    }

    public void addAll(PeriodSums other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
    }

    public int periods() {
        return sums.length / STRIDE;
    }

    /** Counts by period. */
    public long[] n() {
        return column(0);
    }

    /** Sums by period. */
    public long[] sum() {
        return column(1);
    }

    /** Sums of squares by period. */
    public long[] sumOfSquares() {
        return column(2);
    }

    private long[] column(int offset) {
        long[] column = new long[periods()];
        for (int i = 0; i < column.length; i++) {
            column[i] = sums[i * STRIDE + offset];
        }
        return column;
    }

    public void write(ByteSink sink) {
        for (long sum : sums) {
            sink.writeVarint(sum);
        }
    }

    /** Adds what {@link #write} of as many periods wrote. */
    public void read(ByteSource source) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += source.readVarint();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeriodSums that && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }
}
