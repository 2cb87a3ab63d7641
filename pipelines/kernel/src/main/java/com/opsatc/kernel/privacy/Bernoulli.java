package com.opsatc.kernel.privacy;

import java.math.BigInteger;

/**
 * Coins that come up with probability {@code exp(-n/d)} exactly, from uniform integers alone.
 *
 * <p>Source: Canonne, Kamath and Steinke, The discrete Gaussian for differential privacy, 2020, algorithm 1. Those on
 * {@code long} ask for the same bounds in the same order as those on {@link BigInteger}; a bound that would not fit fails.
 */
final class Bernoulli {
    private Bernoulli() {}

    /** True with probability {@code exp(-n/d)}, n at least 0 and d at least 1. */
    static boolean exp(long n, long d, UniformSource uniforms) {
        long left = n;
        while (left > d) {
            if (!expUnit(1, 1, uniforms)) {
                return false;
            }

            left -= d;
        }
        return expUnit(left, d, uniforms);
    }

    static boolean exp(BigInteger n, BigInteger d, UniformSource uniforms) {
        BigInteger left = n;
        while (left.compareTo(d) > 0) {
            if (!expUnit(1, 1, uniforms)) {
                return false;
            }

            left = left.subtract(d);
        }
        return expUnit(left, d, uniforms);
    }

    /**
     * True with probability {@code exp(-n/d)}, n from 0 to d: the run of successes of coins n/d, n/2d, n/3d and so on has an
     * even length with the probability that the series of the exponential adds up to.
     */
    static boolean expUnit(long n, long d, UniformSource uniforms) {
        long k = 1;
        while (uniforms.below(Math.multiplyExact(d, k)) < n) {
            k++;
        }
        return (k & 1) == 1;
    }

    static boolean expUnit(BigInteger n, BigInteger d, UniformSource uniforms) {
        BigInteger bound = d;
        boolean odd = true;
        while (uniforms.below(bound).compareTo(n) < 0) {
            bound = bound.add(d);
            odd = !odd;
        }
        return odd;
    }
}
