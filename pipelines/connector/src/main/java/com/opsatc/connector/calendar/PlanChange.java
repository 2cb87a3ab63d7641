package com.opsatc.connector.calendar;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Another week from a day on.
 *
 * @param from the first day on which it holds, as {@code 2026-07-01}
 * @param shifts as those of the calendar
 */
public record PlanChange(String from, SortedMap<String, List<String>> shifts) {
    public PlanChange {
        requireNonNull(from, "from");
        shifts = new TreeMap<>(shifts);
    }
}
