package com.opsatc.kernel.ageing;

import com.opsatc.kernel.statistics.Wilson;

/**
 * How many of past cases missed their date, of those that were open as long before it; at least {@link #FEWEST}, for a share of less
 * says little.
 */
public record MissedShare(int missed, int of) {
    /** Fewer past cases give no share. */
    public static final int FEWEST = 30;

    public MissedShare {
        if (of < FEWEST || missed < 0 || missed > of) {
            throw new IllegalArgumentException("Invalid share: expected 0 to n of at least " + FEWEST);
        }
    }

    /** The 90 % Wilson interval. */
    public Wilson.Bounds interval() {
        return Wilson.interval90(missed, of);
    }
}
