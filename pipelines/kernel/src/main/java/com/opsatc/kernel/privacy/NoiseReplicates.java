package com.opsatc.kernel.privacy;

import com.opsatc.kernel.statistics.SplitMix;
import java.math.BigInteger;

/**
 * Simulated noise for intervals: normal values from nothing but a seed, the replicate and the cell, the same bits on every
 * machine.
 *
 * <p>It simulates what the public variance says about noise that is already in a release; it protects nothing and is never
 * added to a private sum. The discrete Gaussian differs from the normal distribution by less than its rounding here.
 */
final class NoiseReplicates {
    static final int COUNT = 1000;
    private static final double UNIT = 0x1p-53;

    private final double sigma;
    private final long key;
    private final int cells;

    NoiseReplicates(BigInteger variance, long seed, int cells) {
        if (variance.signum() < 0) {
            throw new IllegalArgumentException("Invalid variance of noise: expected at least 0");
        }

        sigma = StrictMath.sqrt(variance.doubleValue());
        key = SplitMix.mix(seed);
        this.cells = cells;
    }

    /** The noise of a cell in a replicate, in units, to the nearest integer. */
    long noise(int replicate, int cell) {
        return Math.round(sigma * standardNormal((long) replicate * cells + cell));
    }

    /** Box and Muller, 1958: a normal value from two uniform ones. */
    double standardNormal(long index) {
        double radius = ((SplitMix.mix(key ^ 2 * index) >>> 11) + 1) * UNIT;
        double angle = (SplitMix.mix(key ^ (2 * index + 1)) >>> 11) * UNIT;
        return StrictMath.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
    }
}
