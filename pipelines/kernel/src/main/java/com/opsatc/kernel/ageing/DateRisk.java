package com.opsatc.kernel.ageing;

import java.util.List;
import java.util.Optional;

/** What past cases say of how open ones will do, and whether to believe it. */
public final class DateRisk {
    private final PastDates past;
    private final Calibration calibration;

    private DateRisk(PastDates past, Calibration calibration) {
        this.past = past;
        this.calibration = calibration;
    }

    /**
     * @param cases all that have a date, in any order; none give no share
     * @param knownUntilUs until when it is known whether they are closed
     * @param weeksUs instants a week apart, ascending, from before the first case on; the last is at most {@code knownUntilUs}
     */
    public static DateRisk of(List<DatedCase> cases, long knownUntilUs, long[] weeksUs) {
        PastDates past = new PastDates(cases);
        cases.stream().filter(each -> each.dueUs() <= knownUntilUs).forEach(past::count);
        return new DateRisk(past, new HeldOutWeeks(cases, knownUntilUs, weeksUs).calibration());
    }

    /** What held-out weeks say of such shares. */
    public Calibration calibration() {
        return calibration;
    }

    /**
     * How many past cases missed their date, of those that were open so long before it; empty where these are fewer than {@link
     * MissedShare#FEWEST}.
     *
     * @param beforeUs above 0: past the date there is no risk left
     */
    public Optional<MissedShare> at(long beforeUs) {
        return past.at(beforeUs);
    }
}
