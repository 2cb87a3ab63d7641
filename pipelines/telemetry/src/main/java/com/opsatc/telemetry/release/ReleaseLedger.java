package com.opsatc.telemetry.release;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.ledger.InputName;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.NewReservation;
import com.opsatc.telemetry.ledger.PrivacyLedger;
import com.opsatc.telemetry.ledger.Reservation;
import com.opsatc.tenancy.scope.PlatformScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The steps of {@link PrivacyLedger} for one platform; there guarantees and refusals are stated. */
interface ReleaseLedger {
    void verify();

    /**
     * By what name the ledger knows an exact day.
     *
     * @param known its entries, whose kind of name it gets; none for a day that is not charged
     */
    InputName name(ExactDay day, List<LedgerEntry> known);

    Reservation reserve(NewReservation asked);

    void noised(LocalDate day, Map<String, Sha256> vectors);

    void published(LocalDate day);

    void lost(LocalDate day);

    List<LedgerEntry> list();

    static ReleaseLedger of(PlatformScope scope) {
        return new ReleaseLedger() {
            @Override
            public void verify() {
                PrivacyLedger.verify(scope);
            }

            @Override
            public InputName name(ExactDay day, List<LedgerEntry> known) {
                return known.stream().allMatch(entry -> entry.inputName().keyed())
                        ? InputName.of(scope, day.released())
                        : InputName.plain(day.sha256());
            }

            @Override
            public Reservation reserve(NewReservation asked) {
                return PrivacyLedger.reserve(scope, asked);
            }

            @Override
            public void noised(LocalDate day, Map<String, Sha256> vectors) {
                PrivacyLedger.noised(scope, day, vectors);
            }

            @Override
            public void published(LocalDate day) {
                PrivacyLedger.published(scope, day);
            }

            @Override
            public void lost(LocalDate day) {
                PrivacyLedger.lost(scope, day);
            }

            @Override
            public List<LedgerEntry> list() {
                return PrivacyLedger.list(scope);
            }
        };
    }
}
