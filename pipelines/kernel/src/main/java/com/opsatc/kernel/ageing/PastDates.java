package com.opsatc.kernel.ageing;

import java.util.List;
import java.util.Optional;

/**
 * Past cases, by how long before their date they began and were closed.
 *
 * <p>A past case is one whose date is over, closed or not: of each of them it is known whether it missed it. Of cases that were closed
 * lately, without those of the same days that are open yet, too few would have missed it.
 */
final class PastDates {
    private final Tally begun;
    private final Tally begunAndMissed;
    private final Tally closed;

    /** @param possible all that may be counted */
    PastDates(List<DatedCase> possible) {
        long[] leads = possible.stream().mapToLong(DatedCase::leadUs).toArray();
        begun = new Tally(leads);
        begunAndMissed = new Tally(leads);
        closed = new Tally(possible.stream().mapToLong(DatedCase::earlyUs).toArray());
    }

    void count(DatedCase past) {
        begun.count(past.leadUs());
        closed.count(past.earlyUs());
        if (past.missed()) {
            begunAndMissed.count(past.leadUs());
        }
    }

    /**
     * Of those that were open so long before their date, how many missed it; empty where they are too few.
     *
     * @param beforeUs above 0
     */
    Optional<MissedShare> at(long beforeUs) {
        if (beforeUs <= 0) {
            throw new IllegalArgumentException("Invalid time: past the date nothing is left to be missed");
        }

        // Who was closed as early had begun as early, so that one count less the other is who was open.
        int of = begun.atLeast(beforeUs) - closed.atLeast(beforeUs);
        return of < MissedShare.FEWEST
                ? Optional.empty()
                : Optional.of(new MissedShare(begunAndMissed.atLeast(beforeUs), of));
    }
}
