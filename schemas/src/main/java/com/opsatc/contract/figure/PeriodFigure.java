package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A KPI's figure over the weeks of a window: that of the members in the KPI's evidence which are dated in it.
 *
 * @param n members counted, at least one
 * @param interval null where none is computed
 */
public record PeriodFigure(Window window, BigDecimal value, long n, Interval interval) {
    public PeriodFigure {
        requireNonNull(window, "window");
        requireNonNull(value, "value");
        if (n < 1) {
            throw new IllegalArgumentException("Invalid figure of a period: it needs members");
        }
    }
}
