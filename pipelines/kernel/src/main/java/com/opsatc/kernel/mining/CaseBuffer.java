package com.opsatc.kernel.mining;

import com.opsatc.kernel.log.EventBlocks;
import java.util.Arrays;

/** The events read so far of one case, in columns that are used again for the next case. */
final class CaseBuffer {
    private int[] activities = new int[64];
    private long[] startsUs = new long[64];
    private long[] completesUs = new long[64];
    private int length;

    /** Adds rows {@code from} (included) to {@code to} (excluded) of a block. */
    void add(EventBlocks block, int from, int to) {
        add(block.activities(), block.startsUs(), block.completesUs(), from, to - from);
    }

    void addAll(Fragment fragment) {
        add(fragment.activities(), fragment.startsUs(), fragment.completesUs(), 0, fragment.length());
    }

    private void add(int[] otherActivities, long[] otherStartsUs, long[] otherCompletesUs, int from, int count) {
        int needed = Math.addExact(length, count);
        if (needed > activities.length) {
            resize(Math.max(needed, length * 2));
        }

        System.arraycopy(otherActivities, from, activities, length, count);
        System.arraycopy(otherStartsUs, from, startsUs, length, count);
        System.arraycopy(otherCompletesUs, from, completesUs, length, count);
        length = needed;
    }

    private void resize(int size) {
        activities = Arrays.copyOf(activities, size);
        startsUs = Arrays.copyOf(startsUs, size);
        completesUs = Arrays.copyOf(completesUs, size);
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void addTo(CaseTally tally) {
        tally.add(activities, startsUs, completesUs, 0, length);
    }

    Fragment toFragment(long caseId, int firstPosition, boolean endsCase) {
        return Fragment.of(caseId, firstPosition, endsCase, activities, startsUs, completesUs, length);
    }

    void clear() {
        length = 0;
    }
}
