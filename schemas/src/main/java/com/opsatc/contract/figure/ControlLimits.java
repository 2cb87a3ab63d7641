package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Natural process limits of a KPI's weekly series (XmR chart): mean ± 2.66 times the mean moving range of the weeks that take
 * part in tests, up to a shift where one was found.
 *
 * @param mean in the KPI's unit, like the limits
 * @param lower not below 0 where no figure is
 * @param weeks how many weeks they rest on, at least {@link #FEWEST_WEEKS}
 * @param from Monday of the first of these weeks
 * @param to Monday of the last of them
 */
public record ControlLimits(
        BigDecimal mean, BigDecimal lower, BigDecimal upper, int weeks, LocalDate from, LocalDate to) {
    /** Fewer weeks do not tell noise from signal. */
    public static final int FEWEST_WEEKS = 12;

    public ControlLimits {
        requireNonNull(mean, "mean");
        requireNonNull(lower, "lower");
        requireNonNull(upper, "upper");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (weeks < FEWEST_WEEKS) {
            throw new IllegalArgumentException("Invalid limits: they need " + FEWEST_WEEKS + " weeks, not " + weeks);
        }
    }

    /** Whether a week takes part and its figure lies beyond a limit; a figure on a limit does not. */
    public boolean exclude(SeriesPoint week) {
        return week.takesPart()
                && (week.value().compareTo(lower) < 0 || week.value().compareTo(upper) > 0);
    }
}
