package com.opsatc.kernel.ageing;

import java.util.Arrays;

/** How many values are at least so large, of values that are counted one by one; known before, so that a count is a few sums. */
final class Tally {
    private final long[] values;
    /** A Fenwick tree over the values, the largest first. */
    private final int[] sums;

    /** @param possible all values that may be counted, in any order */
    Tally(long[] possible) {
        values = Arrays.stream(possible).distinct().sorted().toArray();
        sums = new int[values.length + 1];
    }

    void count(long value) {
        int index = Arrays.binarySearch(values, value);
        if (index < 0) {
            throw new IllegalArgumentException("Invalid value: it is none of those that may be counted");
        }

        for (int at = values.length - index; at < sums.length; at += at & -at) {
            sums[at]++;
        }
    }

    int atLeast(long threshold) {
        int index = Arrays.binarySearch(values, threshold);
        int sum = 0;
        for (int at = values.length - (index < 0 ? ~index : index); at > 0; at -= at & -at) {
            sum += sums[at];
        }
        return sum;
    }
}
