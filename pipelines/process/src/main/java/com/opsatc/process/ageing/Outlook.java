package com.opsatc.process.ageing;

import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.figure.Interval;
import com.opsatc.kernel.ageing.DateRisk;
import com.opsatc.kernel.ageing.DatedCase;
import com.opsatc.kernel.ageing.MissedShare;
import com.opsatc.kernel.figure.CaseTime;
import com.opsatc.kernel.figure.OpenCase;
import com.opsatc.kernel.statistics.Wilson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * An open case with its age and what past ones say of it.
 *
 * @param late whether its date is over; null where it has none
 * @param missed null where it is late, where risks are withheld, and where past cases like it are too few
 */
record Outlook(OpenCase open, long ageUs, Boolean late, MissedDates missed) {
    /** By exact comparison of shares; then the oldest, then by key, which is by name. */
    static final Comparator<Outlook> MOST_AT_RISK_FIRST =
            ((Comparator<Outlook>) Outlook::byShare).thenComparing(each -> each.open.time(), CaseTime.EARLIEST_FIRST);

    private static final int DECIMALS = 6;
    private static final BigDecimal LEVEL = new BigDecimal("0.9");
    private static final String METHOD = "wilson";

    static Outlook withoutDate(OpenCase open, long knownUntilUs) {
        return new Outlook(open, age(open, knownUntilUs), null, null);
    }

    /** @param given whether risks may be given */
    static Outlook of(OpenCase open, long knownUntilUs, long targetUs, DateRisk risk, boolean given) {
        long beforeUs = DatedCase.within(targetUs, open.time()).dueUs() - knownUntilUs;
        boolean late = beforeUs <= 0;
        MissedDates missed =
                late || !given ? null : risk.at(beforeUs).map(Outlook::named).orElse(null);
        return new Outlook(open, age(open, knownUntilUs), late, missed);
    }

    private static int byShare(Outlook a, Outlook b) {
        return Long.compare(
                Math.multiplyExact(b.missed.n(), a.missed.of()), Math.multiplyExact(a.missed.n(), b.missed.of()));
    }

    /** An extract may hold cases that begin after the logical date. */
    private static long age(OpenCase open, long knownUntilUs) {
        return Math.max(0, knownUntilUs - open.time().beginUs());
    }

    private static MissedDates named(MissedShare share) {
        Wilson.Bounds bounds = share.interval();
        return new MissedDates(
                share.missed(),
                share.of(),
                BigDecimal.valueOf(share.missed())
                        .divide(BigDecimal.valueOf(share.of()), DECIMALS, RoundingMode.HALF_EVEN),
                new Interval(LEVEL, bounds.low(), bounds.high(), METHOD));
    }
}
