package com.opsatc.kernel.outcome;

import java.util.Locale;

/** Which delivery of an order line says whether the line was on time. */
public enum OnTimeBasis {
    /** The first one. */
    FIRST,
    /** The one that makes the line complete, or the last one where none does. */
    COMPLETING,
    /** The last one. */
    LAST;

    /** As connectors write it, e.g. {@code completing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
