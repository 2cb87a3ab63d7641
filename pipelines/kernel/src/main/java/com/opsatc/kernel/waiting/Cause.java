package com.opsatc.kernel.waiting;

/**
 * Why an activity instance waited between being enabled and being started (definitions 1.6), in the order of precedence: where
 * two apply at one moment, the first has it.
 */
public enum Cause {
    /** Others of its batch were not enabled yet. */
    BATCHING,
    /** Its resource worked on what had been enabled before it. */
    CONTENTION,
    /** Its resource worked on what was enabled after it. */
    PRIORITISATION,
    /** Nobody was on duty. */
    UNAVAILABILITY,
    /** None of the others. */
    EXTRANEOUS
}
