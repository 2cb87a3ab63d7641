package com.opsatc.kernel.pairing;

import java.util.Arrays;

/**
 * When a case was worked on: a sweep over the intervals of its activity instances, rests cut out (definitions 1.5).
 *
 * <p>Busy time is the length of the union of the intervals, so parallel work counts once; idle time is the rest between the
 * first start and the last completion. {@code busyUs + idleUs} is the time between these two, by construction and without
 * rounding. Source: bupaR edeaR, idle time.
 *
 * <pre>
 *   [0, 10] [5, 20] [30, 40]  ->  busy 30, idle 10
 * </pre>
 */
public record ActiveTime(long busyUs, long idleUs) {
    /**
     * Measures intervals, given by starts and completions of equal places; both 0 without intervals.
     *
     * @throws IllegalArgumentException if an interval completes before it starts
     */
    public static ActiveTime of(long[] startsUs, long[] completesUs) {
        if (startsUs.length != completesUs.length) {
            throw new IllegalArgumentException("Invalid intervals: starts and completions differ in number");
        }

        for (int i = 0; i < startsUs.length; i++) {
            if (completesUs[i] < startsUs[i]) {
                throw new IllegalArgumentException("Invalid interval: it completes before it starts");
            }
        }

        // Which completion belongs to which start does not matter for how many are active.
        long[] starts = startsUs.clone();
        long[] completes = completesUs.clone();
        Arrays.sort(starts);
        Arrays.sort(completes);
        long idle = 0;
        for (int i = 1; i < starts.length; i++) {
            // Between the i-th completion and the next start all i begun instances have ended.
            idle += Math.max(0, starts[i] - completes[i - 1]);
        }
        long whole = starts.length == 0 ? 0 : completes[completes.length - 1] - starts[0];
        return new ActiveTime(whole - idle, idle);
    }
}
