package com.opsatc.kernel.measure.cycle;

import com.opsatc.kernel.log.EventColumns;

/** From when a case's first event began to its last completion (definitions 2.2), whatever the order of its events. */
public final class CaseSpan {
    private CaseSpan() {}

    /** How long a case took, in microseconds, from 0. */
    public static long lengthUs(EventColumns events, int from, int to) {
        long[] startsUs = events.startsUs();
        long[] completesUs = events.completesUs();
        long earliestUs = Long.MAX_VALUE;
        long latestUs = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            earliestUs = Math.min(earliestUs, EventColumns.beginUs(startsUs[i], completesUs[i]));
            latestUs = Math.max(latestUs, completesUs[i]);
        }
        return latestUs - earliestUs;
    }

    static long latestUs(EventColumns events, int from, int to) {
        long[] completesUs = events.completesUs();
        long latestUs = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            latestUs = Math.max(latestUs, completesUs[i]);
        }
        return latestUs;
    }
}
