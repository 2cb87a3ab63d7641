package com.opsatc.kernel.pairing;

import static java.util.Objects.requireNonNull;

/** A recorded transition; {@code position} is its place in the total order of the case, {@code atUs} in microseconds UTC. */
public record TransitionEvent(int position, int activity, Transition transition, long atUs) {
    public TransitionEvent {
        requireNonNull(transition, "transition");
        if (position < 0 || activity < 0) {
            throw new IllegalArgumentException("Invalid transition: position and activity are counted from 0");
        }
    }
}
