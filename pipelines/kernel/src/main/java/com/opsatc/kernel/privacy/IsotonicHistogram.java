package com.opsatc.kernel.privacy;

import com.opsatc.kernel.privacy.LatencyQuantile.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A histogram of durations from noisy counts, made possible again: its cumulative counts fall nowhere and are not negative.
 *
 * <p>The cumulative counts are replaced by the nearest ones, in least squares, that do not fall: neighbours that fall are
 * pooled to their mean. Quantiles are interpolated linearly between the public bounds, the first bucket beginning at 0. All
 * comparisons are exact. Source: Ayer et al., 1955 (pool adjacent violators); Hay et al., 2010 (consistency of noisy
 * histograms).
 *
 * <pre>
 *   bounds 10 20 40, counts 4 -2 6 2  ->  cumulative 4 2 8 10  ->  3 3 8 10
 *   median: 5 of 10  ->  between 20 (3) and 40 (8), two fifths of the way  ->  28
 * </pre>
 */
public final class IsotonicHistogram {
    /** With at most 64 cells below it in size, products of sums and cell numbers fit a {@code long}. */
    public static final long MAX_CELL = 1L << 45;

    static final int MAX_CELLS = 64;
    private static final int MAX_DENOMINATOR = 1_000_000;

    private final long[] boundsUs;
    /** At each bucket the fitted cumulative count, as the sum of its pool over the pool's size. */
    private final long[] sums;

    private final int[] sizes;

    private IsotonicHistogram(long[] boundsUs, long[] sums, int[] sizes) {
        this.boundsUs = boundsUs;
        this.sums = sums;
        this.sizes = sizes;
    }

    /**
     * Fits the histogram.
     *
     * @param noisyCells one count for each bucket in units, any sign, below 2^45 in size; the last bucket is open
     * @param boundsUs upper bounds of all buckets but the last, in microseconds, ascending from above 0; at most 63
     */
    public static IsotonicHistogram of(long[] noisyCells, long[] boundsUs) {
        requireBuckets(noisyCells, boundsUs);
        return fit(noisyCells, boundsUs.clone());
    }

    static void requireBuckets(long[] noisyCells, long[] boundsUs) {
        if (noisyCells.length != boundsUs.length + 1 || boundsUs.length == 0 || noisyCells.length > MAX_CELLS) {
            throw new IllegalArgumentException("Invalid histogram: expected 1 to 63 bounds and one bucket more");
        }

        long before = 0;
        for (long bound : boundsUs) {
            if (bound <= before) {
                throw new IllegalArgumentException("Invalid histogram: expected bounds that ascend from above 0");
            }

            before = bound;
        }
    }

    static IsotonicHistogram fit(long[] noisyCells, long[] boundsUs) {
        int cells = noisyCells.length;
        long[] poolSums = new long[cells];
        int[] poolSizes = new int[cells];
        int pools = 0;
        long cumulative = 0;
        for (long cell : noisyCells) {
            if (cell <= -MAX_CELL || cell >= MAX_CELL) {
                throw new IllegalArgumentException("Invalid histogram: expected cells below 2^45 units in size");
            }

            cumulative += cell;
            poolSums[pools] = cumulative;
            poolSizes[pools] = 1;
            pools++;
            while (pools > 1 && falls(poolSums, poolSizes, pools - 2)) {
                pools--;
                poolSums[pools - 1] += poolSums[pools];
                poolSizes[pools - 1] += poolSizes[pools];
            }
        }
        return spread(boundsUs, poolSums, poolSizes, cells);
    }

    private static boolean falls(long[] sums, int[] sizes, int pool) {
        return sums[pool] * sizes[pool + 1] > sums[pool + 1] * sizes[pool];
    }

    private static IsotonicHistogram spread(long[] boundsUs, long[] poolSums, int[] poolSizes, int cells) {
        long[] sums = new long[cells];
        int[] sizes = new int[cells];
        int cell = 0;
        for (int pool = 0; cell < cells; pool++) {
            for (int end = cell + poolSizes[pool]; cell < end; cell++) {
                sums[cell] = Math.max(0, poolSums[pool]);
                sizes[cell] = poolSizes[pool];
            }
        }
        return new IsotonicHistogram(boundsUs, sums, sizes);
    }

    /**
     * The {@code numerator / denominator} quantile, to the nearest microsecond, half to even.
     *
     * @throws IllegalArgumentException if the fraction is not between 0 and 1, or its denominator above a million
     */
    public LatencyQuantile quantile(int numerator, int denominator) {
        if (numerator < 1 || numerator >= denominator || denominator > MAX_DENOMINATOR) {
            throw new IllegalArgumentException(
                    "Invalid quantile " + numerator + "/" + denominator + ": expected a fraction between 0 and 1");
        }

        int last = sums.length - 1;
        if (sums[last] == 0) {
            return new LatencyQuantile(Place.NO_MASS, 0);
        }

        int bucket = bucket(numerator, denominator);
        if (bucket == last) {
            return new LatencyQuantile(Place.ABOVE_LAST_BOUND, boundsUs[last - 1]);
        }

        return new LatencyQuantile(Place.WITHIN, interpolated(bucket, numerator, denominator));
    }

    /** The first bucket whose cumulative count is not below the quantile's. */
    private int bucket(int numerator, int denominator) {
        int last = sums.length - 1;
        long left = (long) denominator * sizes[last];
        for (int bucket = 0; bucket < last; bucket++) {
            long right = (long) numerator * sizes[bucket];
            if (compareProducts(sums[bucket], left, sums[last], right) >= 0) {
                return bucket;
            }
        }
        return last;
    }

    private long interpolated(int bucket, int numerator, int denominator) {
        int last = sums.length - 1;
        long lowerUs = bucket == 0 ? 0 : boundsUs[bucket - 1];
        Rational before = bucket == 0 ? Rational.ZERO : Rational.of(sums[bucket - 1], sizes[bucket - 1]);
        Rational at = Rational.of(sums[bucket], sizes[bucket]);
        Rational sought = Rational.of(sums[last], sizes[last]).times(Rational.of(numerator, denominator));
        Rational way = sought.minus(before).dividedBy(at.minus(before));
        return way.times(boundsUs[bucket] - lowerUs)
                .plus(Rational.of(lowerUs))
                .decimal(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * The share of durations that are at most the bound of {@code bucket}, with six decimals, half to even; it does not fall
     * from one bucket to the next. Empty if there is no mass.
     */
    public Optional<BigDecimal> shareAtMost(int bucket) {
        int last = sums.length - 1;
        if (sums[last] == 0) {
            return Optional.empty();
        }

        Rational share = Rational.of(sums[bucket], sizes[bucket]).dividedBy(Rational.of(sums[last], sizes[last]));
        return Optional.of(share.decimal(Estimate.DECIMALS, RoundingMode.HALF_EVEN));
    }

    boolean hasMass() {
        return sums[sums.length - 1] > 0;
    }

    /** The share of {@link #shareAtMost} in floating point, for simulations. */
    double approximateShareAtMost(int bucket) {
        int last = sums.length - 1;
        return ((double) sums[bucket] / sizes[bucket]) / ((double) sums[last] / sizes[last]);
    }

    /** Compares a * b with c * d, all at least 0, without losing a bit. */
    private static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }
}
