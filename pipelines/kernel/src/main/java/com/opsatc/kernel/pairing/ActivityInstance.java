package com.opsatc.kernel.pairing;

import java.util.List;
import java.util.OptionalLong;

/**
 * One execution of an activity; instants in microseconds UTC.
 *
 * @param scheduledUs null when not recorded
 * @param startUs null when not recorded: how long it took is then unknown, not 0
 * @param completeUs null when it had not ended when the log was written
 * @param rests when it was suspended between start and completion, in their order
 * @param aborted whether it ended without being completed
 * @param firstPosition the position of the first of its transitions in the case, {@code lastPosition} of the last
 * @param startPosition the position of the event that records the start; null when the start is unknown
 */
public record ActivityInstance(
        int activity,
        Long scheduledUs,
        Long startUs,
        Long completeUs,
        List<Rest> rests,
        boolean aborted,
        int firstPosition,
        int lastPosition,
        Integer startPosition) {
    public ActivityInstance {
        rests = List.copyOf(rests);
        if (startUs != null && completeUs != null && completeUs - startUs < lengthUs(rests)) {
            throw new IllegalArgumentException("Invalid instance: it rested for longer than it lasted");
        }

        if ((startUs == null) != (startPosition == null)) {
            throw new IllegalArgumentException("Invalid instance: a start and the event that records it go together");
        }
    }

    /** Whether it ended after it had begun, as far as the log says: all but those that are open, withdrawn or skipped. */
    public boolean ended() {
        return completeUs != null && (startUs != null || !aborted);
    }

    /** How long it was suspended. */
    public long suspendedUs() {
        return lengthUs(rests);
    }

    /** Completion minus start minus rests (definitions 1.5); empty when an end is unknown. */
    public OptionalLong processingUs() {
        return startUs == null || completeUs == null
                ? OptionalLong.empty()
                : OptionalLong.of(completeUs - startUs - suspendedUs());
    }

    private static long lengthUs(List<Rest> rests) {
        return rests.stream().mapToLong(Rest::lengthUs).sum();
    }
}
