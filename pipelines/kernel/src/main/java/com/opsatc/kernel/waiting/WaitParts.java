package com.opsatc.kernel.waiting;

/**
 * How the waiting time of one activity instance divides over causes, in microseconds. The parts add up to the wait. Where causes apply
 * at one moment the first in the order of {@link Cause} has it; {@code least} is what a cause has whatever the order, {@code most} what it
 * has when it comes first.
 *
 * @param parts by ordinal of the cause, likewise the others
 */
public record WaitParts(long[] parts, long[] least, long[] most) {
    WaitParts() {
        this(new long[Cause.values().length], new long[Cause.values().length], new long[Cause.values().length]);
    }

    void set(Cause cause, long part, long atLeast, long atMost) {
        parts[cause.ordinal()] = part;
        least[cause.ordinal()] = atLeast;
        most[cause.ordinal()] = atMost;
    }

    public long part(Cause cause) {
        return parts[cause.ordinal()];
    }

    public long least(Cause cause) {
        return least[cause.ordinal()];
    }

    public long most(Cause cause) {
        return most[cause.ordinal()];
    }
}
