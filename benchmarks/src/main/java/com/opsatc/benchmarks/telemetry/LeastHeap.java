package com.opsatc.benchmarks.telemetry;

/**
 * The smallest heap with which something ends: what it needs, whatever it would leave lying in a larger one.
 *
 * <p>Found by doubling and then by bisection, since what is enough stays enough with more.
 */
final class LeastHeap {
    /** A heap that is known to be enough. */
    static final int MOST_MEBI = 2048;

    private static final int STEP_MEBI = 8;
    private static final int FIRST_STEPS = 8;

    private LeastHeap() {}

    /** A try with a heap. */
    @FunctionalInterface
    interface Try {
        boolean ends(int heapMebi) throws Exception;
    }

    /** Returns mebibytes, a multiple of {@value #STEP_MEBI}; {@value #MOST_MEBI} when no smaller one is enough. */
    static int mebi(Try tried) throws Exception {
        int tooSmall = 0;
        int enough = FIRST_STEPS;
        while (enough * STEP_MEBI < MOST_MEBI && !tried.ends(enough * STEP_MEBI)) {
            tooSmall = enough;
            enough *= 2;
        }

        while (enough - tooSmall > 1) {
            int middle = (tooSmall + enough) / 2;
            if (tried.ends(middle * STEP_MEBI)) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return enough * STEP_MEBI;
    }
}
