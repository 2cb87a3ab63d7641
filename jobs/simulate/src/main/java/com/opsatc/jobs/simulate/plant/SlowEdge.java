package com.opsatc.jobs.simulate.plant;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * From a date on, one step of a process takes a multiple of its time.
 *
 * @param step which step
 * @param from first date on which a slow step ends
 * @param factor multiple of the time, above 1
 */
public record SlowEdge(SlowableStep step, LocalDate from, double factor) {
    public SlowEdge {
        requireNonNull(step, "step");
        requireNonNull(from, "from");
        if (factor <= 1) {
            throw new IllegalArgumentException("Invalid slow edge: a factor of 1 or less slows nothing");
        }
    }

    /** The factor of a step that ends on the date: 1 unless it is the slow one. */
    public double factor(SlowableStep ended, LocalDate on) {
        return ended == step && !on.isBefore(from) ? factor : 1;
    }
}
