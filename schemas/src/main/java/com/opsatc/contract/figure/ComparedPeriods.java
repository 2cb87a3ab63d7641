package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

/**
 * A KPI over its latest weeks, beside as many weeks before them.
 *
 * @param weeks how many full weeks each of the two has
 */
public record ComparedPeriods(int weeks, PeriodFigure latest, PeriodFigure previous) {
    public ComparedPeriods {
        requireNonNull(latest, "latest");
        requireNonNull(previous, "previous");
        if (weeks < 1 || !previous.window().to().isBefore(latest.window().from())) {
            throw new IllegalArgumentException("Invalid periods: the previous one ends before the latest begins");
        }
    }
}
