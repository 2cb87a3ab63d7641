package com.opsatc.telemetry.simulate;

/**
 * Pseudo-random values that follow from a seed and a place alone (SplitMix64), so that a simulated fleet is the same on every
 * machine and in any order of writing. For simulation only: noise is never drawn with it.
 */
final class FleetDraws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** The stream of a place, e.g. of tenant, user and day. */
    FleetDraws(long seed, long... place) {
        long mixed = mix(seed);
        for (long coordinate : place) {
            mixed = mix(mixed ^ coordinate * GOLDEN);
        }
        state = mixed;
    }

    /** Uniform in [0, 1). */
    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    /** Uniform from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** The value whose logarithm is normal around that of the median. */
    double lognormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** Gamma with shape 2. */
    double gamma2(double mean) {
        return -mean / 2 * (StrictMath.log(1 - uniform()) + StrictMath.log(1 - uniform()));
    }

    private static long mix(long key) {
        long z = key;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
