package com.opsatc.kernel.pairing;

import static java.util.Objects.requireNonNull;

/**
 * A recorded transition; instants in microseconds UTC.
 *
 * @param position its place in the total order of the case
 * @param startUs when the work began that ends with this event, where the event itself records it, else null; of no meaning
 *     for a transition that ends nothing
 */
public record TransitionEvent(int position, int activity, Transition transition, Long startUs, long atUs) {
    public TransitionEvent {
        requireNonNull(transition, "transition");
        if (position < 0 || activity < 0) {
            throw new IllegalArgumentException("Invalid transition: position and activity are counted from 0");
        }

        if (startUs != null && startUs > atUs) {
            throw new IllegalArgumentException("Invalid transition: it completes before it starts");
        }
    }

    /** A transition that records one instant. */
    public TransitionEvent(int position, int activity, Transition transition, long atUs) {
        this(position, activity, transition, /* startUs= */ null, atUs);
    }

    /** Whether it records an end together with the start of the same execution. */
    boolean endsWithItsStart() {
        return startUs != null && transition.ends();
    }
}
