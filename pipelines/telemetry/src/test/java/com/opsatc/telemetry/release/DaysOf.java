package com.opsatc.telemetry.release;

import com.opsatc.telemetry.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.List;

/** A ledger that shows one test's days alone, from the first to before the end; all that is charged goes to the real one. */
record DaysOf(ReleaseLedger ledger, LocalDate first, LocalDate end) implements LedgerAround {
    @Override
    public List<LedgerEntry> list() {
        return ledger.list().stream()
                .filter(entry -> !entry.day().isBefore(first) && entry.day().isBefore(end))
                .toList();
    }
}
