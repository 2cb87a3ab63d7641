package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

/**
 * What a duration was measured by.
 *
 * @param kind {@code wall} for all time, {@code business} for working time only
 * @param calendar the tenant's name for the calendar of working time; null for all time
 * @param zone whose clocks the calendar's shifts are of; null for all time
 */
public record ClockUsed(String kind, String calendar, String zone) {
    /** All time that passes. */
    public static final ClockUsed WALL = new ClockUsed("wall", null, null);

    public ClockUsed {
        requireNonNull(kind, "kind");
        if ((calendar == null) != (zone == null)) {
            throw new IllegalArgumentException("Invalid clock: a calendar has a zone");
        }
    }

    /** Working time by a calendar. */
    public static ClockUsed business(String calendar, String zone) {
        return new ClockUsed("business", requireNonNull(calendar, "calendar"), requireNonNull(zone, "zone"));
    }
}
