package com.opsatc.telemetry.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What the {@link PrivacyLedger} holds for a day.
 *
 * @param undrawn whether no process can have drawn noise for the day before, so that this one may. Otherwise noise was
 *     drawn, or may have been by a process that was killed: a block that is still reserved is published from the vector that
 *     was stored, and is lost when there is none
 * @param entries the day's blocks in the order in which they were charged
 */
public record Reservation(LocalDate day, boolean undrawn, List<LedgerEntry> entries) {
    public Reservation {
        requireNonNull(day, "day");
        entries = List.copyOf(entries);
    }
}
