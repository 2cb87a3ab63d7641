package com.opsatc.kernel.statistics;

/**
 * A pseudo-random function of a number: nothing is kept from one call to the next, so that simulations draw the same bits in
 * any order and on any number of machines.
 *
 * <p>For simulations only: whoever knows the key knows the result. Source: Steele, Lea and Flood, Fast splittable
 * pseudorandom number generators, 2014.
 */
public final class SplitMix {
    private SplitMix() {}

    /** The finaliser of SplitMix64 after one step of its sequence: every bit of the key moves every bit of the result. */
    public static long mix(long key) {
        long z = key + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
