package com.opsatc.benchmarks;

/**
 * What every engine computes for a directly-follows edge.
 *
 * @param p50Us median gap, type 7; engines that interpolate in floating point give fractions
 */
record EdgeFigures(int from, int to, long n, long cases, long sumUs, double p50Us, double p90Us) {
    /** Half a microsecond for rounding to whole ones, and what a double loses below 2^43 microseconds. */
    private static final double ROUNDING_US = 0.51;

    /** Counts and sums are equal, and quantiles when rounded to whole microseconds. */
    boolean agreesWith(EdgeFigures other) {
        return from == other.from
                && to == other.to
                && n == other.n
                && cases == other.cases
                && sumUs == other.sumUs
                && Math.abs(p50Us - other.p50Us) <= ROUNDING_US
                && Math.abs(p90Us - other.p90Us) <= ROUNDING_US;
    }
}
