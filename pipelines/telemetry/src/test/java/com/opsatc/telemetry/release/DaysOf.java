package com.opsatc.telemetry.release;

import com.opsatc.contract.Sha256;
import com.opsatc.tenancy.LedgerEntry;
import com.opsatc.tenancy.NewReservation;
import com.opsatc.tenancy.Reservation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A ledger that shows one test's days alone, from the first to before the end; all that is charged goes to the real one. */
record DaysOf(ReleaseLedger ledger, LocalDate first, LocalDate end) implements ReleaseLedger {
    @Override
    public Reservation reserve(NewReservation asked) {
        return ledger.reserve(asked);
    }

    @Override
    public void noised(LocalDate day, Map<String, Sha256> vectors) {
        ledger.noised(day, vectors);
    }

    @Override
    public void published(LocalDate day) {
        ledger.published(day);
    }

    @Override
    public void lost(LocalDate day) {
        ledger.lost(day);
    }

    @Override
    public List<LedgerEntry> list() {
        return ledger.list().stream()
                .filter(entry -> !entry.day().isBefore(first) && entry.day().isBefore(end))
                .toList();
    }
}
