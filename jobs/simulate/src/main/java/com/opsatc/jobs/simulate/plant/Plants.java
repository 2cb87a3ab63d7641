package com.opsatc.jobs.simulate.plant;

import static java.util.Objects.requireNonNull;

import com.opsatc.jobs.simulate.draw.Draws;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that a simulation plants in the statistics of one tenant; nothing in a control.
 *
 * @param otifStep absent in a control
 * @param slowEdge absent in a control
 */
public record Plants(Optional<OtifStep> otifStep, Optional<SlowEdge> slowEdge) {
    /** Weeks that stay as they were, so that there is a before. */
    private static final int WEEKS_BEFORE = 7;
    /** Weeks that follow, so that there is an after. */
    private static final int WEEKS_AFTER = 6;

    public Plants {
        requireNonNull(otifStep, "otifStep");
        requireNonNull(slowEdge, "slowEdge");
    }

    public static Plants none() {
        return new Plants(Optional.empty(), Optional.empty());
    }

    /** Draws dates, step and sizes for the weeks that begin on the Monday {@code from}. */
    public static Plants draw(Draws draws, LocalDate from, int weeks) {
        OtifStep.Kind kind = draws.chance(0.5) ? OtifStep.Kind.LATE : OtifStep.Kind.SHORT;
        OtifStep otif = new OtifStep(date(draws, from, weeks), kind, draws.between(0.13, 0.26));
        SlowableStep step = SlowableStep.values()[draws.below(SlowableStep.values().length)];
        SlowEdge slow = new SlowEdge(step, date(draws, from, weeks), draws.between(2.2, 4));
        return new Plants(Optional.of(otif), Optional.of(slow));
    }

    public double factor(SlowableStep step, LocalDate on) {
        return slowEdge.map(slow -> slow.factor(step, on)).orElse(1.0);
    }

    private static LocalDate date(Draws draws, LocalDate from, int weeks) {
        return from.plusWeeks(draws.between(WEEKS_BEFORE, weeks - WEEKS_AFTER));
    }
}
