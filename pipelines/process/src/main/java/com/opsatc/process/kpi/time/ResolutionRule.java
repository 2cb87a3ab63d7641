package com.opsatc.process.kpi.time;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.outcome.Milestones.End;
import java.io.Serializable;

/**
 * What counts between two moments of a case.
 *
 * @param end which event of the second kind ends it
 * @param onlyOpen whether the time between a resolution and the reopening after it is left out
 * @param net whether time on hold is left out
 */
record ResolutionRule(End end, boolean onlyOpen, boolean net) implements Serializable {
    ResolutionRule {
        requireNonNull(end, "end");
    }
}
