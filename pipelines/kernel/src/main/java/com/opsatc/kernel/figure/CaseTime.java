package com.opsatc.kernel.figure;

import java.util.Comparator;

/**
 * When a case began, and when it was closed for good: one that was closed and opened again was open all the while.
 *
 * @param caseId its key, in the order of the names of cases
 * @param beginUs when its first event began, instants are microseconds UTC
 * @param closedUs {@link #OPEN} of a case that is not closed
 */
public record CaseTime(long caseId, long beginUs, long closedUs) {
    /** Stands for a closing that has not been. */
    public static final long OPEN = Long.MAX_VALUE;

    /** The earliest first, then by key. */
    public static final Comparator<CaseTime> EARLIEST_FIRST =
            Comparator.comparingLong(CaseTime::beginUs).thenComparingLong(CaseTime::caseId);

    public CaseTime {
        if (closedUs < beginUs) {
            throw new IllegalArgumentException("Invalid case: it is closed before it begins");
        }
    }

    public boolean isOpen() {
        return closedUs == OPEN;
    }
}
