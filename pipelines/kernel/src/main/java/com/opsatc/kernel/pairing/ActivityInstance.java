package com.opsatc.kernel.pairing;

import java.util.OptionalLong;

/**
 * One execution of an activity; instants in microseconds UTC.
 *
 * @param scheduledUs null when not recorded
 * @param startUs null when not recorded: how long it took is then unknown, not 0
 * @param completeUs null when it had not ended when the log was written
 * @param suspendedUs how long it rested between start and completion
 * @param aborted whether it ended without being completed
 * @param firstPosition the position of the first of its transitions in the case, {@code lastPosition} of the last
 */
public record ActivityInstance(
        int activity,
        Long scheduledUs,
        Long startUs,
        Long completeUs,
        long suspendedUs,
        boolean aborted,
        int firstPosition,
        int lastPosition) {
    public ActivityInstance {
        if (startUs != null && completeUs != null && completeUs - startUs < suspendedUs) {
            throw new IllegalArgumentException("Invalid instance: it rested for longer than it lasted");
        }
    }

    /** Completion minus start minus rest (definitions 1.5); empty when an end is unknown. */
    public OptionalLong processingUs() {
        return startUs == null || completeUs == null
                ? OptionalLong.empty()
                : OptionalLong.of(completeUs - startUs - suspendedUs);
    }
}
