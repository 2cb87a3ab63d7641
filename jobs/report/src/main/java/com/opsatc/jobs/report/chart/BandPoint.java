package com.opsatc.jobs.report.chart;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure of one day with its interval; a day without a figure has none of the three.
 *
 * @param uncertain the interval is so wide that the figure is not to be acted on
 */
public record BandPoint(LocalDate day, BigDecimal value, BigDecimal low, BigDecimal high, boolean uncertain) {
    public BandPoint {
        requireNonNull(day, "day");
        if ((value == null) != (low == null) || (value == null) != (high == null)) {
            throw new IllegalArgumentException("Invalid point of a band: a value stands with its interval");
        }
    }

    boolean measured() {
        return value != null;
    }
}
