package com.opsatc.telemetry.release;

import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.ledger.Charge;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.Rho;
import com.opsatc.telemetry.manifest.Manifest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a day of a manifest costs, and what was spent, between the ledger's amounts and the kernel's fractions. */
final class Charges {
    private static final int YEAR_DAYS = 365;

    private Charges() {}

    /** One a block, in the manifest's order. */
    static List<Charge> of(Manifest manifest) {
        return manifest.blocks().stream()
                .map(block -> new Charge(block.id(), rho(block.rho())))
                .toList();
    }

    static Rho rho(Rational amount) {
        return new Rho(amount.numerator(), amount.denominator());
    }

    /** Epsilon of all that was charged for the 365 days that end with a day, rounded up. */
    static BigDecimal epsilonYearTo(LocalDate day, List<LedgerEntry> entries, Rational delta) {
        LocalDate first = day.minusDays(YEAR_DAYS - 1L);
        Rational spent = Zcdp.composed(entries.stream()
                .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(day))
                .map(entry -> new Rational(entry.rho().numerator(), entry.rho().denominator()))
                .toList());
        return Zcdp.epsilon(spent, delta);
    }
}
