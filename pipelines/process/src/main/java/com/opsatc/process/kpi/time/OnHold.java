package com.opsatc.process.kpi.time;

/** What becomes of the time in which an exception is on hold. */
enum OnHold {
    COUNTED,
    LEFT_OUT,
    /** It is all that counts. */
    ALONE
}
