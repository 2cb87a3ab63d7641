package com.opsatc.telemetry.window;

import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the release cost, read off its own rows: lost blocks may be charged, suppressed ones are not. */
final class PublicLedger {
    private static final int YEAR_DAYS = 365;

    private final List<PublishedDay> days;
    private final Rational delta;
    private final SortedMap<LocalDate, Rational> charged = new TreeMap<>();

    PublicLedger(List<PublishedDay> days, Rational delta) {
        this.days = days;
        this.delta = delta;
        days.forEach(day -> charged.put(
                day.day(),
                Zcdp.composed(day.release().stream().map(PublicLedger::rho).toList())));
    }

    /** One row a block and day, from {@code first} on. */
    List<LedgerRow> rows(LocalDate first) {
        List<LedgerRow> rows = new ArrayList<>();
        for (PublishedDay day : days) {
            if (!day.day().isBefore(first)) {
                String cumulative = yearTo(day.day()).toString();
                day.release().forEach(row -> rows.add(row(row, cumulative)));
            }
        }
        return rows;
    }

    TelemetryView.Budget budget(Manifest manifest) {
        LocalDate asOf = charged.isEmpty() ? LocalDate.EPOCH : charged.lastKey();
        Rational spent = yearTo(asOf);
        Rational left = manifest.rhoYear().minus(spent);
        return new TelemetryView.Budget(
                manifest.contract().privacy().unit(),
                manifest.contract().privacy().epsilonYear(),
                manifest.delta().toString(),
                manifest.rhoYear().toString(),
                spent.toString(),
                Zcdp.epsilon(spent, delta),
                Math.toIntExact(year(asOf).values().stream()
                        .filter(rho -> rho.signum() > 0)
                        .count()),
                left.signum() < 0
                        ? 0
                        : left.dividedBy(manifest.rhoDay()).floor().intValueExact());
    }

    private static LedgerRow row(ReleaseRow row, String cumulative) {
        return new LedgerRow(
                row.day(), row.blockId(), row.status(), rho(row).toString(), cumulative, row.epsYearToDate());
    }

    private Rational yearTo(LocalDate day) {
        return Zcdp.composed(year(day).values());
    }

    private SortedMap<LocalDate, Rational> year(LocalDate day) {
        return charged.subMap(day.minusDays(YEAR_DAYS - 1L), day.plusDays(1));
    }

    private static Rational rho(ReleaseRow row) {
        return row.rhoNum() == null
                ? Rational.ZERO
                : new Rational(new BigInteger(row.rhoNum()), new BigInteger(row.rhoDen()));
    }
}
