package com.opsatc.telemetry.release;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.ledger.InputName;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.NewReservation;
import com.opsatc.telemetry.ledger.Reservation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A ledger around another one, which does whatever the outer one does not do itself. */
interface LedgerAround extends ReleaseLedger {
    ReleaseLedger ledger();

    @Override
    default void verify() {
        ledger().verify();
    }

    @Override
    default InputName name(ExactDay day, List<LedgerEntry> known) {
        return ledger().name(day, known);
    }

    @Override
    default Reservation reserve(NewReservation asked) {
        return ledger().reserve(asked);
    }

    @Override
    default void noised(LocalDate day, Map<String, Sha256> vectors) {
        ledger().noised(day, vectors);
    }

    @Override
    default void published(LocalDate day) {
        ledger().published(day);
    }

    @Override
    default void lost(LocalDate day) {
        ledger().lost(day);
    }

    @Override
    default List<LedgerEntry> list() {
        return ledger().list();
    }
}
