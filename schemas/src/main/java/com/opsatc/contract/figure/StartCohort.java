package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A survival median of the members that began within a window. A cohort of fewer than {@value #FEWEST} has no figure.
 *
 * @param n how many of them reached the end
 * @param open how many have not, yet
 * @param value null where the cohort is too small
 * @param beyond true where the figure is more than {@code value}; else null
 * @param interval null where the cohort is too small, or the interval has no upper end
 */
public record StartCohort(Window window, long n, long open, BigDecimal value, Boolean beyond, Interval interval) {
    /** Of members that began: below it a cohort is listed without a figure. */
    public static final int FEWEST = 20;

    /** Before a figure that is a bound. */
    public static final String MORE_THAN = "more than ";

    public StartCohort {
        requireNonNull(window, "window");
        beyond = Boolean.TRUE.equals(beyond) ? beyond : null;
        if (n < 0 || open < 0 || n + open < 1) {
            throw new IllegalArgumentException("Invalid cohort: it needs members");
        }

        if ((value == null) != (n + open < FEWEST) || (value == null && (beyond != null || interval != null))) {
            throw new IllegalArgumentException(
                    "Invalid cohort: one of " + FEWEST + " has a figure, and a smaller one none");
        }
    }
}
