package com.opsatc.process.kpi.time;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.outcome.Milestones.End;
import java.io.Serializable;

/**
 * What counts between two moments of a case.
 *
 * @param end which event of the second kind ends it
 * @param onlyOpen whether the time between a resolution and the reopening after it is left out
 * @param hold what becomes of the time on hold
 */
record ResolutionRule(End end, boolean onlyOpen, OnHold hold) implements Serializable {
    ResolutionRule {
        requireNonNull(end, "end");
        requireNonNull(hold, "hold");
    }

    /** To the first or last end, all time counted. */
    static ResolutionRule to(End end) {
        return new ResolutionRule(end, /* onlyOpen= */ false, OnHold.COUNTED);
    }
}
