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
 * @param startPosition the position of the event that records the start; null when the start is unknown
 */
public record ActivityInstance(
        int activity,
        Long scheduledUs,
        Long startUs,
        Long completeUs,
        long suspendedUs,
        boolean aborted,
        int firstPosition,
        int lastPosition,
        Integer startPosition) {
    public ActivityInstance {
        if (startUs != null && completeUs != null && completeUs - startUs < suspendedUs) {
            throw new IllegalArgumentException("Invalid instance: it rested for longer than it lasted");
        }

        if ((startUs == null) != (startPosition == null)) {
            throw new IllegalArgumentException("Invalid instance: a start and the event that records it go together");
        }
    }

    /** An instance that one event records whole. */
    static ActivityInstance whole(TransitionEvent event) {
        return new ActivityInstance(
                event.activity(),
                /* scheduledUs= */ null,
                event.startUs(),
                event.atUs(),
                /* suspendedUs= */ 0,
                event.transition() == Transition.ABORT,
                event.position(),
                event.position(),
                event.position());
    }

    /** Whether it ended after it had begun, as far as the log says: all but those that are open, withdrawn or skipped. */
    public boolean ended() {
        return completeUs != null && (startUs != null || !aborted);
    }

    /** Completion minus start minus rest (definitions 1.5); empty when an end is unknown. */
    public OptionalLong processingUs() {
        return startUs == null || completeUs == null
                ? OptionalLong.empty()
                : OptionalLong.of(completeUs - startUs - suspendedUs);
    }
}
