package com.opsatc.kernel.statistics;

/** An interval of an integer figure, both ends included, in the unit of the figure. */
public record Range(long low, long high) {
    public Range {
        if (low > high) {
            throw new IllegalArgumentException("Invalid interval: low is above high");
        }
    }
}
