package com.opsatc.kernel.privacy;

import com.opsatc.kernel.privacy.LatencyQuantile.Place;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Quantiles and shares of a noisy histogram with their 95 % intervals, from 1,000 simulations in which the public noise is
 * added to every cell once more and the histogram fitted again.
 *
 * <p>A simulation without mass says nothing: it counts as the smallest value for the lower end and as the largest for the
 * upper end. The same cells, variance and seed give the same intervals.
 */
public final class NoisyHistogram {
    private static final int LOW = 24;
    private static final int HIGH = NoiseReplicates.COUNT - 1 - LOW;

    private final IsotonicHistogram fitted;
    private final IsotonicHistogram[] replicates;
    private final NoisePrecision precision;
    private final long lastBoundUs;

    private NoisyHistogram(
            IsotonicHistogram fitted, IsotonicHistogram[] replicates, NoisePrecision precision, long lastBoundUs) {
        this.fitted = fitted;
        this.replicates = replicates;
        this.precision = precision;
        this.lastBoundUs = lastBoundUs;
    }

    /**
     * Fits and simulates.
     *
     * @param noisyCells as for {@link IsotonicHistogram#of}
     * @param boundsUs as for {@link IsotonicHistogram#of}
     * @param variance public variance of the noise of each cell, in units squared
     */
    public static NoisyHistogram of(long[] noisyCells, long[] boundsUs, BigInteger variance, long seed) {
        IsotonicHistogram fitted = IsotonicHistogram.of(noisyCells, boundsUs);
        NoiseReplicates noise = new NoiseReplicates(variance, seed, noisyCells.length);
        long[] bounds = boundsUs.clone();
        IsotonicHistogram[] replicates = new IsotonicHistogram[NoiseReplicates.COUNT];
        long[] cells = new long[noisyCells.length];
        for (int replicate = 0; replicate < replicates.length; replicate++) {
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = noisyCells[cell] + noise.noise(replicate, cell);
            }
            replicates[replicate] = IsotonicHistogram.fit(cells, bounds);
        }
        BigInteger total = variance.multiply(BigInteger.valueOf(cells.length));
        NoisePrecision precision = NoisePrecision.of(Arrays.stream(noisyCells).sum(), total);
        return new NoisyHistogram(fitted, replicates, precision, bounds[bounds.length - 1]);
    }

    /** The quantile of {@link IsotonicHistogram#quantile} with its interval. */
    public QuantileEstimate quantile(int numerator, int denominator) {
        LatencyQuantile value = fitted.quantile(numerator, denominator);
        long[] lower = new long[replicates.length];
        long[] upper = new long[replicates.length];
        for (int replicate = 0; replicate < replicates.length; replicate++) {
            LatencyQuantile simulated = replicates[replicate].quantile(numerator, denominator);
            lower[replicate] = simulated.place() == Place.NO_MASS ? 0 : place(simulated);
            upper[replicate] = simulated.place() == Place.NO_MASS ? Long.MAX_VALUE : place(simulated);
        }
        Arrays.sort(lower);
        Arrays.sort(upper);
        boolean placed = value.place() != Place.NO_MASS;
        long low = placed ? Math.min(lower[LOW], place(value)) : 0;
        long high = placed ? Math.max(upper[HIGH], place(value)) : Long.MAX_VALUE;
        return new QuantileEstimate(value, end(low), end(high), precision);
    }

    /** The share of {@link IsotonicHistogram#shareAtMost} with its interval; empty if there is no mass. */
    public Optional<Estimate> shareAtMost(int bucket) {
        return fitted.shareAtMost(bucket).map(value -> {
            long[] lower = new long[replicates.length];
            long[] upper = new long[replicates.length];
            for (int replicate = 0; replicate < replicates.length; replicate++) {
                IsotonicHistogram simulated = replicates[replicate];
                long parts = simulated.hasMass() ? NoisyShare.parts(simulated.approximateShareAtMost(bucket), 1, 1) : 0;
                lower[replicate] = parts;
                upper[replicate] = simulated.hasMass() ? parts : NoisyShare.PARTS;
            }
            return NoisyShare.estimate(value, lower, upper, precision);
        });
    }

    /** Above the last bound is a place like any other, after all those within. */
    private static long place(LatencyQuantile quantile) {
        return quantile.place() == Place.ABOVE_LAST_BOUND ? Long.MAX_VALUE : quantile.us();
    }

    private LatencyQuantile end(long place) {
        return place == Long.MAX_VALUE
                ? new LatencyQuantile(Place.ABOVE_LAST_BOUND, lastBoundUs)
                : new LatencyQuantile(Place.WITHIN, place);
    }
}
