package com.opsatc.kernel.privacy;

import java.math.BigInteger;

/** Whether a noisy figure says something about what it counts, or mostly about the noise. */
public enum NoisePrecision {
    OK,
    /** What the figure is relative to, its denominator, is below three standard deviations of the noise in it. */
    LOW_PRECISION;

    private static final BigInteger NINE = BigInteger.valueOf(9);

    /** Of a noisy sum, with the public variance of its noise; exactly three standard deviations are enough. */
    static NoisePrecision of(long noisySum, BigInteger variance) {
        BigInteger sum = BigInteger.valueOf(noisySum);
        boolean clear = noisySum > 0 && sum.multiply(sum).compareTo(variance.multiply(NINE)) >= 0;
        return clear ? OK : LOW_PRECISION;
    }
}
