package com.opsatc.kernel.waiting;

import java.util.Arrays;

/**
 * All that one slot worked on: activity instances with a recorded start, in columns, in the order of start, completion and what
 * identifies them. Instants are microseconds UTC.
 */
public final class SlotWork {
    /** Stands for what nothing enabled: the first of a case. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    int[] activities = new int[16];
    long[] enabledUs = new long[16];
    long[] startsUs = new long[16];
    long[] completesUs = new long[16];
    int n;

    /** Forgets all. */
    public void clear() {
        n = 0;
    }

    public int size() {
        return n;
    }

    /** @throws IllegalArgumentException when it starts before the one added before it, or completes before it starts */
    public void add(int activity, long enabled, long start, long complete) {
        if (complete < start || (n > 0 && start < startsUs[n - 1])) {
            throw new IllegalArgumentException("Invalid work: instances come in the order of their starts, and none"
                    + " completes before it starts");
        }
        if (n == activities.length) {
            activities = Arrays.copyOf(activities, 2 * n);
            enabledUs = Arrays.copyOf(enabledUs, 2 * n);
            startsUs = Arrays.copyOf(startsUs, 2 * n);
            completesUs = Arrays.copyOf(completesUs, 2 * n);
        }

        activities[n] = activity;
        enabledUs[n] = enabled;
        startsUs[n] = start;
        completesUs[n++] = complete;
    }

    /** Since when it could have been worked on; what nothing enabled, since it was. */
    long possibleUs(int i) {
        return enabledUs[i] == UNKNOWN ? startsUs[i] : Math.min(enabledUs[i], startsUs[i]);
    }
}
