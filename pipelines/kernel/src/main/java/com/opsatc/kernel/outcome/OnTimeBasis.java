package com.opsatc.kernel.outcome;

/** Which delivery of an order line says whether the line was on time. */
public enum OnTimeBasis {
    /** The first one. */
    FIRST,
    /** The one that makes the line complete, or the last one where none does. */
    COMPLETING,
    /** The last one. */
    LAST
}
