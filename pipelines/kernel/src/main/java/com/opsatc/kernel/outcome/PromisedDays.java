package com.opsatc.kernel.outcome;

/**
 * The days that an order line was promised for, first and last, as days since 1970 of one zone (definitions 2.1).
 *
 * <pre>
 *   first 20,000, last 20,003  ->  put off by 3 days
 *   first 20,000, last 19,999  ->  put off by -1 day: it was brought forward
 * </pre>
 */
public record PromisedDays(long firstDay, long lastDay) {
    /** Whole days from the first promise to the last one; negative where the line was brought forward. */
    public long slip() {
        return Math.subtractExact(lastDay, firstDay);
    }

    public boolean isPutOff() {
        return lastDay > firstDay;
    }
}
