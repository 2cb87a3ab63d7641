package com.opsatc.kernel.figure;

import java.util.Arrays;
import java.util.List;

/**
 * Sum, range and a histogram of durations, from one pass; the histogram finds the value at a rank without sorting all.
 *
 * <p>The histogram's bands grow with the value (64 to each power of two), so that the band of a rank holds few values even
 * when durations spread over ten orders of magnitude. Bands follow the order of values, which keeps selection exact.
 */
final class DurationSummary {
    private static final int BAND_BITS = 6;
    private static final int BANDS = 1 << BAND_BITS;
    private static final int MAX_BANDS = (64 - BAND_BITS) * BANDS;
    private static final int SUB_BANDS = 4096;
    /** Up to this many values are sorted; more are narrowed down first. */
    private static final int SORTABLE = 1 << 13;

    private final long n;
    private final long sumUs;
    private final long minUs;
    private final long maxUs;
    private final long[] counts;

    private DurationSummary(long n, long sumUs, long minUs, long maxUs, long[] counts) {
        this.n = n;
        this.sumUs = sumUs;
        this.minUs = minUs;
        this.maxUs = maxUs;
        this.counts = counts;
    }

    static DurationSummary of(List<LongBag.Chunk> chunks, long n) {
        long[] counts = n > SORTABLE ? new long[MAX_BANDS] : new long[0];
        long sum = 0;
        long min = Long.MAX_VALUE;
        long max = 0;
        for (LongBag.Chunk chunk : chunks) {
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                long value = values[i];
                sum = Math.addExact(sum, value);
                min = Math.min(min, value);
                max = Math.max(max, value);
            }

            if (counts.length > 0) {
                for (int i = 0; i < chunk.length(); i++) {
                    counts[band(values[i])]++;
                }
            }
        }
        return new DurationSummary(n, sum, min, max, counts);
    }

    long sumUs() {
        return sumUs;
    }

    long minUs() {
        return minUs;
    }

    long maxUs() {
        return maxUs;
    }

    /** The value at {@code index} in ascending order, and the next one if asked for, else the same again. */
    long[] select(List<LongBag.Chunk> chunks, long index, boolean withNext) {
        Range range = rangeOf(chunks, index);
        long[] sorted = range.low == range.high ? new long[] {range.low} : gather(chunks, range);
        int place = range.low == range.high ? 0 : Math.toIntExact(index - range.below);
        long value = sorted[place];
        if (!withNext) {
            return new long[] {value, value};
        }

        long nextPlace = index + 1 - range.below;
        if (nextPlace >= range.count) {
            return new long[] {value, select(chunks, index + 1, false)[0]};
        }

        return new long[] {value, range.low == range.high ? value : sorted[(int) nextPlace]};
    }

    private Range rangeOf(List<LongBag.Chunk> chunks, long index) {
        if (counts.length == 0) {
            return new Range(minUs, maxUs, 0, n);
        }

        long below = 0;
        int band = 0;
        while (below + counts[band] <= index) {
            below += counts[band++];
        }
        Range range = new Range(lowest(band), lowest(band + 1) - 1, below, counts[band]);
        while (range.count > SORTABLE && range.low < range.high) {
            range = narrowed(chunks, range, index);
        }
        return range;
    }

    private static Range narrowed(List<LongBag.Chunk> chunks, Range range, long index) {
        int shift = 0;
        while ((range.high - range.low) >>> shift >= SUB_BANDS) {
            shift++;
        }
        long[] counts = new long[SUB_BANDS];
        for (LongBag.Chunk chunk : chunks) {
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                if (range.holds(values[i])) {
                    counts[(int) ((values[i] - range.low) >>> shift)]++;
                }
            }
        }

        long below = range.below;
        int band = 0;
        while (below + counts[band] <= index) {
            below += counts[band++];
        }
        long low = range.low + ((long) band << shift);
        return new Range(low, Math.min(range.high, low + (1L << shift) - 1), below, counts[band]);
    }

    private static long[] gather(List<LongBag.Chunk> chunks, Range range) {
        long[] found = new long[Math.toIntExact(range.count)];
        int size = 0;
        for (LongBag.Chunk chunk : chunks) {
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                if (range.holds(values[i])) {
                    found[size++] = values[i];
                }
            }
        }
        Arrays.sort(found);
        return found;
    }

    static int band(long value) {
        if (value < BANDS) {
            return (int) value;
        }

        int shift = 63 - BAND_BITS - Long.numberOfLeadingZeros(value);
        return shift * BANDS + (int) (value >>> shift);
    }

    /** The smallest value of a band; past the last band, the smallest value that is too large for a long, wrapped. */
    static long lowest(int band) {
        if (band < 2 * BANDS) {
            return band;
        }

        int shift = band / BANDS - 1;
        return (long) (BANDS + band % BANDS) << shift;
    }

    /** Values from {@code low} to {@code high}: {@code count} of them, with {@code below} smaller ones in the bag. */
    private record Range(long low, long high, long below, long count) {
        boolean holds(long value) {
            // Neither is negative, so that one unsigned comparison is both.
            return Long.compareUnsigned(value - low, high - low) <= 0;
        }
    }
}
