package com.opsatc.telemetry.release;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of the noise of a release, judged from outside by exact and noisy vectors: each cell has noise of the declared
 * variance, zeros included, and no two cells or days share it.
 */
final class NoiseProof {
    private static final int DAYS = 4000;
    private static final double FAR = 6;
    private static final BigInteger VARIANCE = BigInteger.valueOf(1L << 40);
    private static final long[] EXACT = {0, 65_536, 0, 1L << 28};

    private NoiseProof() {}

    /** A way to noise a vector. */
    @FunctionalInterface
    interface Mechanism {
        long[] added(long[] exact, BigInteger variance);
    }

    /** What is wrong with a mechanism; empty when nothing is found. */
    static Optional<String> broken(Mechanism mechanism) {
        double[] sums = new double[EXACT.length];
        double[] squares = new double[EXACT.length];
        double product = 0;
        int unnoised = 0;
        Set<String> seen = new HashSet<>();
        for (int day = 0; day < DAYS; day++) {
            long[] noised = mechanism.added(EXACT.clone(), VARIANCE);
            double[] noise = new double[EXACT.length];
            for (int cell = 0; cell < noise.length; cell++) {
                noise[cell] = (noised[cell] - EXACT[cell]) / Math.sqrt(VARIANCE.doubleValue());
                unnoised += noise[cell] == 0 ? 1 : 0;
                sums[cell] += noise[cell];
                squares[cell] += noise[cell] * noise[cell];
            }
            product += noise[0] * noise[1];
            if (!seen.add(Arrays.toString(noise))) {
                return Optional.of("the noise of a day is that of another day");
            }
        }
        for (int cell = 0; cell < EXACT.length; cell++) {
            if (Math.abs(sums[cell]) / Math.sqrt(DAYS) > FAR) {
                return Optional.of("the noise has a mean");
            }
            if (Math.abs(squares[cell] - DAYS) / Math.sqrt(2.0 * DAYS) > FAR) {
                return Optional.of("the noise has not the declared variance");
            }
        }
        // At this variance a draw of 0 has a chance of four in ten million.
        if (unnoised > 2) {
            return Optional.of("a cell is without noise");
        }

        return Math.abs(product) / Math.sqrt(DAYS) > FAR
                ? Optional.of("two cells share their noise")
                : Optional.empty();
    }
}
