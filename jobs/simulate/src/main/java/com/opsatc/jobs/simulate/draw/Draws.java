package com.opsatc.jobs.simulate.draw;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A stream of pseudo-random draws that is a function of its seed alone, on every machine and Java version.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) with {@link
 * StrictMath} for the transforms. Not for keys: whoever knows the seed knows every draw.
 */
public final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** A stream of its own for each purpose, so that one more draw for one thing never moves another. */
    public static Draws of(long seed, String purpose) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            state = mix(state + GOLDEN_GAMMA + b);
        }

        return new Draws(state);
    }

    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** Uniform in [0, bound); the bound is small, so that the bias of the product is far below one draw in a million. */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("Invalid bound " + bound + ": a draw needs at least one outcome");
        }

        return (int) (unit() * bound);
    }

    /** Uniform between both ends, included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    public double between(double low, double high) {
        return low + unit() * (high - low);
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Index drawn in proportion to the weights. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }

        double left = unit() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }

        return weights.length - 1;
    }

    /** Standard normal (Box and Muller 1958; the second value of the pair is not kept, so that a draw is one call). */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
