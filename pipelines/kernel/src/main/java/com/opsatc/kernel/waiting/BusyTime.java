package com.opsatc.kernel.waiting;

import com.opsatc.kernel.calendar.DurationClock;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * When a slot worked, cut into pieces in which it worked on the same instances, each with the instants since when the earliest and the
 * latest enabled of them could have been worked on. Pieces are in order and do not overlap.
 */
final class BusyTime {
    final long[] fromUs;
    final long[] toUs;
    /** Since when the earliest enabled of what is worked on could have been. */
    final long[] earliestUs;
    /** Since when the latest enabled could have been. */
    final long[] latestUs;
    /** Time off duty within a piece. */
    final long[] offUsOf;

    final int pieces;
    private final long[] busyBefore;
    private final long[] offBefore;
    private final DurationClock clock;

    BusyTime(SlotWork work, DurationClock clock) {
        this.clock = clock;
        int n = work.n;
        Integer[] ends = new Integer[n];
        Arrays.setAll(ends, i -> i);
        Arrays.sort(ends, (a, b) -> Long.compare(work.completesUs[a], work.completesUs[b]));
        fromUs = new long[2 * n];
        toUs = new long[2 * n];
        earliestUs = new long[2 * n];
        latestUs = new long[2 * n];
        offUsOf = new long[2 * n];
        TreeMap<Long, Integer> active = new TreeMap<>();
        int count = 0;
        int started = 0;
        int ended = 0;
        while (ended < n) {
            boolean starts = started < n && work.startsUs[started] <= work.completesUs[ends[ended]];
            long at = starts ? work.startsUs[started] : work.completesUs[ends[ended]];
            while (started < n && work.startsUs[started] == at) {
                active.merge(work.possibleUs(started++), 1, Integer::sum);
            }
            while (ended < n && work.completesUs[ends[ended]] == at) {
                active.merge(work.possibleUs(ends[ended++]), -1, (had, one) -> had + one == 0 ? null : had + one);
            }
            if (active.isEmpty()) {
                continue;
            }

            long next = Math.min(
                    started < n ? work.startsUs[started] : Long.MAX_VALUE,
                    ended < n ? work.completesUs[ends[ended]] : Long.MAX_VALUE);
            fromUs[count] = at;
            toUs[count] = next;
            earliestUs[count] = active.firstKey();
            latestUs[count] = active.lastKey();
            offUsOf[count++] = offUs(at, next);
        }

        pieces = count;
        busyBefore = new long[count + 1];
        offBefore = new long[count + 1];
        for (int i = 0; i < count; i++) {
            busyBefore[i + 1] = Math.addExact(busyBefore[i], toUs[i] - fromUs[i]);
            offBefore[i + 1] = Math.addExact(offBefore[i], offUsOf[i]);
        }
    }

    /** How much of an interval is off duty. */
    long offUs(long fromUs, long toUs) {
        return toUs - fromUs - clock.between(fromUs, toUs);
    }

    /** The first piece that ends after an instant; {@link #pieces} when none does. */
    int firstAfter(long us) {
        int low = 0;
        int high = pieces;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (toUs[middle] > us) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }

        return low;
    }

    /** How long it worked from the beginning of all time on until an instant. */
    long busyUntil(long us) {
        int piece = firstAfter(us);
        return busyBefore[piece] + (piece < pieces ? Math.max(0, us - fromUs[piece]) : 0);
    }

    /** How much of that was off duty. */
    long offBusyUntil(long us) {
        int piece = firstAfter(us);
        return offBefore[piece] + (piece < pieces && us > fromUs[piece] ? offUs(fromUs[piece], us) : 0);
    }
}
