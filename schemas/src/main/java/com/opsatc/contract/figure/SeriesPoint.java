package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure for one week.
 *
 * @param week the Monday the week starts on, in the tenant's zone
 * @param value absent (null) when the week has no members: a ratio of nothing is not zero
 * @param partial the week was not over at the run's logical date, or the extract begins inside it
 * @param edge true when the week lies at an edge of the extract, where cases began before it or could still be open; null
 *     otherwise
 */
public record SeriesPoint(LocalDate week, long n, BigDecimal value, boolean partial, Boolean edge) {
    /** A week within the extract. */
    public SeriesPoint(LocalDate week, long n, BigDecimal value, boolean partial) {
        this(week, n, value, partial, null);
    }

    public SeriesPoint {
        edge = Boolean.TRUE.equals(edge) ? edge : null;
        requireNonNull(week, "week");
        if (n < 0 || (n == 0) != (value == null)) {
            throw new IllegalArgumentException("Invalid series point: a value needs members, and members a value");
        }
    }

    /** The same week, at an edge of the extract or not. */
    public SeriesPoint atEdge(boolean lies) {
        return new SeriesPoint(week, n, value, partial, lies);
    }

    /** Whether its figure takes part in tests and limits: it has one, and the week is complete. */
    public boolean takesPart() {
        return value != null && !partial && edge == null;
    }
}
