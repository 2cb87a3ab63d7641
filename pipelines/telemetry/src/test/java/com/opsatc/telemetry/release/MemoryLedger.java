package com.opsatc.telemetry.release;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.ledger.Charge;
import com.opsatc.telemetry.ledger.InputName;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.telemetry.ledger.NewReservation;
import com.opsatc.telemetry.ledger.Reservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger in memory whose budget covers everything: for releases of more days than a real one pays. */
final class MemoryLedger implements ReleaseLedger {
    private final List<LedgerEntry> entries = new ArrayList<>();

    /** Nothing is anchored here that could be behind. */
    @Override
    public void verify() {}

    @Override
    public InputName name(ExactDay day, List<LedgerEntry> known) {
        return new InputName(day.sha256().hex(), true);
    }

    @Override
    public Reservation reserve(NewReservation asked) {
        List<LedgerEntry> added = new ArrayList<>();
        for (Charge charge : asked.charges()) {
            added.add(new LedgerEntry(
                    entries.size() + added.size() + 1L,
                    asked.day(),
                    charge.blockId(),
                    State.RESERVED,
                    charge.rho(),
                    asked.inputName(),
                    asked.manifestSha256(),
                    null,
                    asked.now(),
                    asked.manifestSha256()));
        }
        entries.addAll(added);
        return new Reservation(asked.day(), true, added);
    }

    @Override
    public void noised(LocalDate day, Map<String, Sha256> vectors) {
        move(day, State.NOISED, vectors);
    }

    @Override
    public void published(LocalDate day) {
        move(day, State.PUBLISHED, Map.of());
    }

    @Override
    public void lost(LocalDate day) {
        move(day, State.LOST, Map.of());
    }

    @Override
    public List<LedgerEntry> list() {
        return List.copyOf(entries);
    }

    private void move(LocalDate day, State to, Map<String, Sha256> vectors) {
        entries.replaceAll(entry -> entry.day().equals(day)
                ? new LedgerEntry(
                        entry.sequence(),
                        day,
                        entry.blockId(),
                        to,
                        entry.rho(),
                        entry.inputName(),
                        entry.manifestSha256(),
                        Optional.ofNullable(vectors.get(entry.blockId())).orElse(entry.vectorSha256()),
                        entry.reservedAt(),
                        entry.entrySha256())
                : entry);
    }
}
