package com.opsatc.kernel.figure;

import java.util.Arrays;
import java.util.Comparator;

/** The cases that share one sequence of activities (definitions 1.3). */
public final class VariantStats {
    public static final Comparator<VariantStats> MOST_CASES_FIRST = Comparator.comparingLong(VariantStats::cases)
            .reversed()
            .thenComparing((a, b) -> Arrays.compare(a.activities, b.activities));

    private final int[] activities;
    private final long cases;
    private final long cycleSumUs;

    public VariantStats(int[] activities, long cases, long cycleSumUs) {
        this.activities = activities;
        this.cases = cases;
        this.cycleSumUs = cycleSumUs;
    }

    /** The codes of the activities, in total order. */
    public int[] activities() {
        return activities.clone();
    }

    public long cases() {
        return cases;
    }

    /** The sum of the cases' cycle times in microseconds. */
    public long cycleSumUs() {
        return cycleSumUs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariantStats that
                && cases == that.cases
                && cycleSumUs == that.cycleSumUs
                && Arrays.equals(activities, that.activities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(activities) + Long.hashCode(cases);
    }

    @Override
    public String toString() {
        return Arrays.toString(activities) + " x" + cases;
    }
}
