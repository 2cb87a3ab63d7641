package com.opsatc.kernel.advice;

/** An estimate of three points: one chance in ten is below the first, half is below the second, one in ten above the third; none negative. */
public record ThreePoints(long low, long middle, long high) {
    public ThreePoints {
        if (low < 0 || middle < low || high < middle) {
            throw new IllegalArgumentException(
                    "Invalid estimate: no point is negative, and each is no less than the one before");
        }
    }

    long[] points() {
        return new long[] {low, middle, high};
    }
}
