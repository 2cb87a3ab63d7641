package com.opsatc.contract.figure;

/**
 * Exact figures of durations in microseconds; quantiles are of type 7.
 *
 * @param n how many durations, at least one
 */
public record DurationFigures(long n, long sumUs, long meanUs, long p50Us, long p90Us) {
    public DurationFigures {
        if (n < 1) {
            throw new IllegalArgumentException("Invalid figures: there is at least one duration");
        }
    }
}
