package com.opsatc.kernel.measure.period;

import java.util.Arrays;

/** Finds the period of an instant; the instants of a case lie close together, so the period before is tried first. */
public final class PeriodIndex {
    public static final int NONE = -1;

    private final long[] startsUs;
    private int last;

    public PeriodIndex(Periods periods) {
        startsUs = periods.startsUs();
    }

    /** The period that {@code us} is in, or {@link #NONE} before the first. */
    public int of(long us) {
        if (startsUs.length == 0 || us < startsUs[0]) {
            return NONE;
        }

        if (us < startsUs[last] || (last + 1 < startsUs.length && us >= startsUs[last + 1])) {
            int found = Arrays.binarySearch(startsUs, us);
            last = found >= 0 ? found : -found - 2;
        }

        return last;
    }
}
