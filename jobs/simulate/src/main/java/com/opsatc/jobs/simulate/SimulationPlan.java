package com.opsatc.jobs.simulate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What to simulate for one tenant; with the seed it determines every byte.
 *
 * @param from Monday of the first week
 * @param weeks full weeks; the extracts end on the Sunday of the last, late in the evening
 * @param ordersPerWeek mean number of orders due in a week
 * @param ticketsPerWeek mean number of tickets opened in a week
 * @param planted false for a control: noise alone; faults of delivery (broken file, duplicates, bad rows) stay
 */
public record SimulationPlan(
        TenantId tenant,
        long seed,
        ZoneId zone,
        LocalDate from,
        int weeks,
        int ordersPerWeek,
        int ticketsPerWeek,
        boolean planted) {
    private static final int MIN_WEEKS = 14;

    public SimulationPlan {
        requireNonNull(tenant, "tenant");
        requireNonNull(zone, "zone");
        requireNonNull(from, "from");
        if (from.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("Invalid simulation: weeks begin on a Monday, " + from + " is none");
        }

        if (weeks < MIN_WEEKS) {
            throw new IllegalArgumentException(
                    "Invalid simulation: " + weeks + " weeks leave no before and after, use at least " + MIN_WEEKS);
        }

        if (ordersPerWeek < 1 || ticketsPerWeek < 1) {
            throw new IllegalArgumentException("Invalid simulation: a week has at least one order and one ticket");
        }
    }

    /** The Sunday on which the extracts end: the logical date of a run over them. */
    public LocalDate lastDay() {
        return from.plusWeeks(weeks).minusDays(1);
    }
}
