package com.opsatc.jobs.simulate.order;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of one order line by the evening of the last day, from the shipments as they were made up.
 *
 * <p>Tolerances are nil and earlier is on time, so that a line completed by its due date is on time, in full and both.
 */
public enum LineOutcome {
    NO_DUE,
    NOT_DUE_YET,
    COMPLETE_IN_TIME,
    COMPLETE_LATE,
    INCOMPLETE_PAST_DUE;

    public static LineOutcome of(OrderLine line, List<Shipment> shipments, LocalDate lastDay) {
        if (line.due().isEmpty()) {
            return NO_DUE;
        }

        LocalDate due = line.due().orElseThrow();
        if (left(line, shipments, due) >= line.orderedMilli()) {
            return COMPLETE_IN_TIME;
        }

        if (left(line, shipments, lastDay) >= line.orderedMilli()) {
            return COMPLETE_LATE;
        }

        return due.isBefore(lastDay) ? INCOMPLETE_PAST_DUE : NOT_DUE_YET;
    }

    /** A line that was neither excluded for its date nor is still allowed to be open. */
    public boolean counted() {
        return this != NO_DUE && this != NOT_DUE_YET;
    }

    private static long left(OrderLine line, List<Shipment> shipments, LocalDate until) {
        return shipments.stream()
                .filter(shipment ->
                        shipment.goodsIssue().filter(day -> !day.isAfter(until)).isPresent())
                .flatMap(shipment -> shipment.items().stream())
                .filter(item -> item.linePosition() == line.position())
                .mapToLong(Shipment.Item::quantityMilli)
                .sum();
    }
}
