package com.opsatc.kernel.privacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The mean of a cell over the days of a window, from its daily noisy values.
 *
 * <p>A mean is linear in the noise, so that its interval needs no simulation: 1.96 standard deviations of the sum's noise to
 * both sides. A mean weight is not negative: value and interval stop at 0.
 */
public final class NoisyMean {
    private static final double Z = 1.959963984540054;

    private NoisyMean() {}

    /**
     * The mean times {@code factor}.
     *
     * @param noisySum the sum of the released days, in units
     * @param days how many days were released, at least 1
     * @param dailyVariance public variance of the noise of one day, in units squared
     * @param factor what one unit stands for, above 0, e.g. {@code 1/65536} for weights
     */
    public static Estimate of(long noisySum, int days, BigInteger dailyVariance, Rational factor) {
        if (days < 1 || dailyVariance.signum() < 0 || factor.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Invalid mean: expected at least one day, a variance of at least 0 and a factor above 0");
        }

        BigInteger variance = dailyVariance.multiply(BigInteger.valueOf(days));
        Rational perDay = factor.dividedBy(Rational.of(days));
        BigDecimal halfUnits = new BigDecimal(Z * StrictMath.sqrt(variance.doubleValue()));
        BigDecimal sum = BigDecimal.valueOf(noisySum);
        return new Estimate(
                scaled(sum, perDay, RoundingMode.HALF_EVEN),
                scaled(sum.subtract(halfUnits), perDay, RoundingMode.FLOOR),
                scaled(sum.add(halfUnits), perDay, RoundingMode.CEILING),
                NoisePrecision.of(noisySum, variance));
    }

    private static BigDecimal scaled(BigDecimal units, Rational factor, RoundingMode rounding) {
        return units.max(BigDecimal.ZERO)
                .multiply(new BigDecimal(factor.numerator()))
                .divide(new BigDecimal(factor.denominator()), Estimate.DECIMALS, rounding);
    }
}
