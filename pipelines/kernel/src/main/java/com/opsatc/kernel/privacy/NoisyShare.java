package com.opsatc.kernel.privacy;

import com.opsatc.kernel.statistics.Quantile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * A ratio of two noisy sums, e.g. of errors to operations, kept within 0 and 1.
 *
 * <p>Its 95 % interval is that of 1,000 simulations, in which the public noise is added to both sums once more. A simulation
 * whose denominator is not positive says nothing: it counts as 0 for the lower end and as 1 for the upper end. Near three
 * standard deviations the interval is wide rather than wrong; below them the precision says so.
 */
public final class NoisyShare {
    /** Shares are simulated as integers, in billionths. */
    static final long PARTS = 1_000_000_000;

    private NoisyShare() {}

    /**
     * The share {@code factor * numerator / denominator}; empty if the denominator is not above 0.
     *
     * @param numerator noisy sum in units
     * @param denominator noisy sum in units, over the same days
     * @param variance public variance of the noise of each sum, in units squared
     * @param factor from units to the share, above 0: for errors the clip, e.g. {@code 1/20}, else 1
     * @param seed the same seed gives the same interval
     */
    public static Optional<Estimate> of(
            long numerator, long denominator, BigInteger variance, Rational factor, long seed) {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("Invalid factor " + factor + ": expected more than 0");
        }

        NoiseReplicates noise = new NoiseReplicates(variance, seed, 2);
        if (denominator <= 0) {
            return Optional.empty();
        }

        long[] lower = new long[NoiseReplicates.COUNT];
        long[] upper = new long[NoiseReplicates.COUNT];
        double real = factor.decimal(20, RoundingMode.HALF_EVEN).doubleValue();
        for (int replicate = 0; replicate < NoiseReplicates.COUNT; replicate++) {
            long divisor = denominator + noise.noise(replicate, 1);
            long parts = parts(real, numerator + noise.noise(replicate, 0), divisor);
            lower[replicate] = divisor > 0 ? parts : 0;
            upper[replicate] = divisor > 0 ? parts : PARTS;
        }
        return Optional.of(estimate(
                value(numerator, denominator, factor), lower, upper, NoisePrecision.of(denominator, variance)));
    }

    /** Of a share and its simulations in billionths, those that say nothing counted to both sides. */
    static Estimate estimate(BigDecimal value, long[] lower, long[] upper, NoisePrecision precision) {
        Arrays.sort(lower);
        Arrays.sort(upper);
        BigDecimal low = share(Quantile.type7(lower, 25, 1000), RoundingMode.FLOOR);
        BigDecimal high = share(Quantile.type7(upper, 975, 1000), RoundingMode.CEILING);
        return new Estimate(value, low.min(value), high.max(value), precision);
    }

    static long parts(double factor, long numerator, long denominator) {
        double share = factor * numerator / denominator;
        return Math.round(PARTS * Math.max(0, Math.min(1, share)));
    }

    private static BigDecimal value(long numerator, long denominator, Rational factor) {
        Rational share = factor.times(Rational.of(numerator, denominator));
        return share.decimal(Estimate.DECIMALS, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO.setScale(Estimate.DECIMALS))
                .min(BigDecimal.ONE.setScale(Estimate.DECIMALS));
    }

    private static BigDecimal share(long parts, RoundingMode rounding) {
        return BigDecimal.valueOf(parts, 9).setScale(Estimate.DECIMALS, rounding);
    }
}
