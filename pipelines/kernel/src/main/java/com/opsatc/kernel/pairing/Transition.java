package com.opsatc.kernel.pairing;

/** What a recorded event says about an execution of its activity (XES lifecycle extension). */
public enum Transition {
    /** It is planned or enabled. */
    SCHEDULE,
    /** It is taken back or skipped before it begins. */
    WITHDRAW,
    START,
    SUSPEND,
    RESUME,
    /** Something that neither begins nor ends anything. */
    OTHER,
    COMPLETE,
    /** It ended without being completed. */
    ABORT;

    /**
     * The place among transitions of one instant, where the order in which they were written says little: what begins comes
     * before what ends, which changes nothing when instances are first in first out. Suspend and resume keep their order.
     */
    int rank() {
        return switch (this) {
            case SCHEDULE -> 0;
            case WITHDRAW -> 1;
            case START -> 2;
            case SUSPEND, RESUME, OTHER -> 3;
            case COMPLETE, ABORT -> 4;
        };
    }

    boolean ends() {
        return this == COMPLETE || this == ABORT;
    }
}
