package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure for one week.
 *
 * @param week the Monday the week starts on, in the tenant's zone
 * @param value absent (null) when the week has no members: a ratio of nothing is not zero
 * @param partial the week was not over at the run's logical date, or the extract begins inside it
 */
public record SeriesPoint(LocalDate week, long n, BigDecimal value, boolean partial) {
    public SeriesPoint {
        requireNonNull(week, "week");
        if (n < 0 || (n == 0) != (value == null)) {
            throw new IllegalArgumentException("Invalid series point: a value needs members, and members a value");
        }
    }
}
