package com.opsatc.kernel.pairing;

/** What a recorded event says about an execution of its activity (XES lifecycle extension). */
public enum Transition {
    /** It is planned, assigned or enabled. */
    SCHEDULE,
    START,
    SUSPEND,
    RESUME,
    COMPLETE,
    /** It ended without being completed: aborted, withdrawn, skipped. */
    ABORT,
    /** Something that neither begins nor ends anything. */
    OTHER
}
