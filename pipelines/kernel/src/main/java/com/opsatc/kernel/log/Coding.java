package com.opsatc.kernel.log;

/** Which name of an event its code stands for. */
public enum Coding {
    ACTIVITY,
    /** The activity with its lifecycle transition. */
    CLASS;

    public int[] of(EventColumns events) {
        return this == ACTIVITY ? events.activities() : events.classes();
    }
}
