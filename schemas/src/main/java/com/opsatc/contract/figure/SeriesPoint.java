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
 * @param lower limit of a week of its size, like {@code upper}; both null where limits are the same for all weeks, or there are
 *     none, or the week takes no part in them
 */
public record SeriesPoint(
        LocalDate week, long n, BigDecimal value, boolean partial, Boolean edge, BigDecimal lower, BigDecimal upper) {
    /** A week within the extract. */
    public SeriesPoint(LocalDate week, long n, BigDecimal value, boolean partial) {
        this(week, n, value, partial, null);
    }

    /** A week without limits of its own. */
    public SeriesPoint(LocalDate week, long n, BigDecimal value, boolean partial, Boolean edge) {
        this(week, n, value, partial, edge, null, null);
    }

    public SeriesPoint {
        edge = Boolean.TRUE.equals(edge) ? edge : null;
        requireNonNull(week, "week");
        if (n < 0 || (n == 0) != (value == null)) {
            throw new IllegalArgumentException("Invalid series point: a value needs members, and members a value");
        }
        if ((lower == null) != (upper == null) || lower != null && (value == null || partial || edge != null)) {
            throw new IllegalArgumentException(
                    "Invalid series point: limits come in twos, and only with a figure of a complete week");
        }
    }

    /** The same week, at an edge of the extract or not. */
    public SeriesPoint atEdge(boolean lies) {
        return new SeriesPoint(week, n, value, partial, lies);
    }

    /** The same week, which takes part, with limits of its own. */
    public SeriesPoint within(BigDecimal least, BigDecimal most) {
        return new SeriesPoint(
                week, n, value, partial, edge, requireNonNull(least, "least"), requireNonNull(most, "most"));
    }

    /** Whether its figure takes part in tests and limits: it has one, and the week is complete. */
    public boolean takesPart() {
        return value != null && !partial && edge == null;
    }
}
