package com.opsatc.kernel.mining;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a pass over the log collects.
 *
 * @param activities how many activity codes there are: the codes are 0 to {@code activities - 1}
 * @param periodStartsUs the first instants of the periods, ascending; a period ends where the next one starts and the last
 *     never does; what lies before the first is in no period; empty when no period is asked for
 * @param variants whether to count the distinct activity sequences
 */
@SuppressWarnings("ArrayRecordComponent")
public record MiningPlan(int activities, long[] periodStartsUs, boolean variants) {
    public MiningPlan {
        if (activities < 0) {
            throw new IllegalArgumentException("Invalid plan: the number of activities is never negative");
        }

        periodStartsUs = periodStartsUs.clone();
        for (int i = 1; i < periodStartsUs.length; i++) {
            if (periodStartsUs[i] <= periodStartsUs[i - 1]) {
                throw new IllegalArgumentException("Invalid plan: the starts of periods must ascend, but number " + i
                        + " (from 0) is not after the one before it");
            }
        }
    }

    @Override
    public long[] periodStartsUs() {
        return periodStartsUs.clone();
    }

    int periods() {
        return periodStartsUs.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MiningPlan plan
                && activities == plan.activities
                && variants == plan.variants
                && Arrays.equals(periodStartsUs, plan.periodStartsUs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(activities, variants, Arrays.hashCode(periodStartsUs));
    }

    @Override
    public String toString() {
        return "MiningPlan[activities=" + activities + ", periods=" + periods() + ", variants=" + variants + "]";
    }
}
