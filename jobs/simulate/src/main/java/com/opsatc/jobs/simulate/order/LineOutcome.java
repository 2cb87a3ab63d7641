package com.opsatc.jobs.simulate.order;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of one order line by the evening of the last day, from the shipments as they were made up.
 *
 * <p>Tolerances are nil and earlier is on time. A line is on time by the shipment that completes it, or the last one where
 * none does; in full once all of it has left, whenever that was; and both where all of it left by its due date.
 */
public enum LineOutcome {
    NO_DUE(false, false),
    NOT_DUE_YET(false, false),
    /** All of it by the due date. */
    COMPLETE_IN_TIME(true, true),
    /** All of it, the last part after the due date. */
    COMPLETE_LATE(false, true),
    /** A part of it, and nothing after the due date. */
    SHORT_IN_TIME(true, false),
    /** A part of it, the last of that after the due date, or nothing at all. */
    SHORT_LATE(false, false);

    private final boolean onTime;
    private final boolean inFull;

    LineOutcome(boolean onTime, boolean inFull) {
        this.onTime = onTime;
        this.inFull = inFull;
    }

    public static LineOutcome of(SimulatedLine line, List<Shipment> shipments, LocalDate lastDay) {
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

        if (!due.isBefore(lastDay)) {
            return NOT_DUE_YET;
        }

        long inTime = left(line, shipments, due);
        return inTime > 0 && inTime == left(line, shipments, lastDay) ? SHORT_IN_TIME : SHORT_LATE;
    }

    /** A line that was neither excluded for its date nor is still allowed to be open. */
    public boolean counted() {
        return this != NO_DUE && this != NOT_DUE_YET;
    }

    public boolean onTime() {
        return onTime;
    }

    public boolean inFull() {
        return inFull;
    }

    /** Nothing is early here, so that both halves together are all of it. */
    public boolean otif() {
        return onTime && inFull;
    }

    private static long left(SimulatedLine line, List<Shipment> shipments, LocalDate until) {
        return shipments.stream()
                .filter(shipment ->
                        shipment.goodsIssue().filter(day -> !day.isAfter(until)).isPresent())
                .flatMap(shipment -> shipment.items().stream())
                .filter(item -> item.linePosition() == line.position())
                .mapToLong(Shipment.Item::quantityMilli)
                .sum();
    }
}
