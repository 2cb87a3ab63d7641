package com.opsatc.process.finding.week;

import com.opsatc.kernel.statistics.LevelShift;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.kernel.statistics.StepShift;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A lasting step in a weekly series.
 *
 * @param first Monday of the first week compared
 * @param shifted Monday of the first shifted week
 * @param last Sunday of the last week compared
 */
public record Shift(
        LocalDate first, LocalDate shifted, LocalDate last, int weeksBefore, int weeksAfter, LevelShift step) {
    /** Finds the step of weeks that may be compared, if there is one. */
    public static Optional<Shift> detect(WeekSums weeks, StepRule rule) {
        return StepShift.detect(weeks.n(), weeks.sum(), weeks.sumOfSquares(), rule)
                .map(step -> new Shift(
                        weeks.mondays().get(0),
                        weeks.mondays().get(step.index()),
                        weeks.mondays().get(weeks.weeks() - 1).plusDays(6),
                        step.index(),
                        weeks.weeks() - step.index(),
                        step));
    }

    public LocalDate lastBefore() {
        return shifted.minusDays(1);
    }
}
