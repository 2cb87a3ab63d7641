package com.opsatc.kernel.measure.period;

import java.io.Serializable;

/**
 * Periods that follow each other: each ends where the next one starts, the last never does; what lies before the first is in no
 * period.
 *
 * @param startsUs their first instants, microseconds UTC, ascending; empty when no period is asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record Periods(long[] startsUs) implements Serializable {
    public static final Periods NONE = new Periods(new long[0]);

    private static final long serialVersionUID = 1L;

    public Periods {
        startsUs = startsUs.clone();
        for (int i = 1; i < startsUs.length; i++) {
            if (startsUs[i] <= startsUs[i - 1]) {
                throw new IllegalArgumentException("Invalid periods: their starts must ascend, but number " + i
                        + " (from 0) is not after the one before it");
            }
        }
    }

    @Override
    public long[] startsUs() {
        return startsUs.clone();
    }

    public int count() {
        return startsUs.length;
    }
}
