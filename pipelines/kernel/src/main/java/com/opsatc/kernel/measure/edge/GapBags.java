package com.opsatc.kernel.measure.edge;

import com.opsatc.kernel.figure.LongBag;
import java.util.Arrays;

/**
 * One bag of integers for each of many numbered pairs.
 *
 * <p>A log goes from pair to pair, so that adding straight to a bag would touch several far places of memory for each event.
 * Values wait in one array, a few to a pair, and move to their bag together.
 */
final class GapBags {
    /** Values of a pair that wait; a power of two. */
    private static final int WAITING = 16;

    private long[] waiting = new long[0];
    private int[] fill = new int[0];
    private LongBag[] bags = new LongBag[0];

    /** Makes room for pairs 0 to {@code pairs} - 1; pairs that there are keep their values. */
    void resize(int pairs) {
        if (waiting.length > 0) {
            waiting = Arrays.copyOf(waiting, Math.multiplyExact(pairs, WAITING));
        }

        fill = Arrays.copyOf(fill, pairs);
        bags = Arrays.copyOf(bags, pairs);
    }

    void add(int pair, long value) {
        if (waiting.length == 0) {
            // Only now: bags that are read or merged need no waiting room, and there may be many of them.
            waiting = new long[Math.multiplyExact(fill.length, WAITING)];
        }

        int filled = fill[pair];
        if (filled == WAITING) {
            move(pair);
            filled = 0;
        }

        waiting[pair * WAITING + filled] = value;
        fill[pair] = filled + 1;
    }

    private void move(int pair) {
        if (bags[pair] == null) {
            bags[pair] = new LongBag();
        }

        bags[pair].addCopy(waiting, pair * WAITING, fill[pair]);
        fill[pair] = 0;
    }

    /** All values of a pair, which must not grow afterwards. */
    LongBag bag(int pair) {
        move(pair);
        return bags[pair];
    }
}
