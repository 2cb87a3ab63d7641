package com.opsatc.kernel.waiting;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sums, over the pieces of a slot's busy time within an interval, of those whose instant is no later than a threshold that only grows: a
 * Fenwick tree over the pieces in order, filled as the threshold passes them.
 */
final class PieceSums {
    private final BusyTime busy;
    private final long[] instantsUs;
    private final Integer[] byInstant;
    private final long[] lengths;
    private final long[] offs;
    private int entered;
    private long thresholdUs = Long.MIN_VALUE;

    /** @param instantsUs one for each piece */
    PieceSums(BusyTime busy, long[] instantsUs) {
        this.busy = busy;
        this.instantsUs = instantsUs;
        byInstant = new Integer[busy.pieces];
        Arrays.setAll(byInstant, i -> i);
        Arrays.sort(byInstant, Comparator.comparingLong(i -> instantsUs[i]));
        lengths = new long[busy.pieces + 1];
        offs = new long[busy.pieces + 1];
    }

    /** Moves the threshold on. */
    void raise(long us) {
        thresholdUs = us;
        while (entered < byInstant.length && instantsUs[byInstant[entered]] <= us) {
            int piece = byInstant[entered++];
            for (int at = piece + 1; at < lengths.length; at += at & -at) {
                lengths[at] += busy.toUs[piece] - busy.fromUs[piece];
                offs[at] += busy.offUsOf[piece];
            }
        }
    }

    /** The length of such pieces within an interval. */
    long length(long fromUs, long toUs) {
        return untilUs(toUs, lengths, /* offDuty= */ false) - untilUs(fromUs, lengths, /* offDuty= */ false);
    }

    /** How much of it was off duty. */
    long offDuty(long fromUs, long toUs) {
        return untilUs(toUs, offs, /* offDuty= */ true) - untilUs(fromUs, offs, /* offDuty= */ true);
    }

    private long untilUs(long us, long[] tree, boolean offDuty) {
        int piece = busy.firstAfter(us);
        long sum = 0;
        for (int at = piece; at > 0; at -= at & -at) {
            sum += tree[at];
        }
        if (piece < busy.pieces && us > busy.fromUs[piece] && instantsUs[piece] <= thresholdUs) {
            sum += offDuty ? busy.offUs(busy.fromUs[piece], us) : us - busy.fromUs[piece];
        }

        return sum;
    }
}
