package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.kernel.statistics.StepRule;
import java.util.List;
import java.util.Optional;

/**
 * What a search for findings of one kind came to: drafts, and how much was looked at.
 *
 * @param series how many weekly series were long enough to be tested
 * @param splits how many splits of them, which is how many hypotheses there were
 * @param nothing what is said where there was nothing to look at, a sentence
 */
record ShiftSearch(FindingKind kind, List<FindingDraft> drafts, long series, long splits, String nothing) {
    /** At least four weeks and 30 members on each side, as the definitions of shifts say. */
    static final int WEEKS = 4;

    private static final long MEMBERS = 30;
    /** How likely it is at most that any split of a family without shifts passes. */
    private static final double FALSE_ALARM = 0.001;
    /** A change by a quarter on the logarithmic scale of durations. */
    private static final double QUARTER = 1000 * StrictMath.log(1.25) / StrictMath.log(2);

    private static final double FIVE_POINTS = 0.05;

    ShiftSearch {
        drafts = List.copyOf(drafts);
    }

    /** Of weekly series that were tested. */
    ShiftSearch(FindingKind kind, List<FindingDraft> drafts, long series, long splits) {
        this(kind, drafts, series, splits, "No weekly series has enough full weeks and members to be tested.");
    }

    /** Of a ranking: it tests nothing, and what is not among the first is not thereby unsupported. */
    static ShiftSearch ranking(FindingKind kind, List<FindingDraft> drafts, String nothing) {
        return new ShiftSearch(kind, drafts, drafts.size(), 0, nothing);
    }

    /**
     * When a split counts, by how many are tested: by the tail bound of the normal distribution, exp(-z^2 / 2), no split of
     * the family passes by chance but once in a thousand runs (Bonferroni).
     *
     * <pre>
     *   100 splits -> 4.80 standard errors,   25,000 splits -> 5.84
     * </pre>
     */
    static StepRule rule(Aggregation aggregation, long splits) {
        double threshold = StrictMath.sqrt(2 * StrictMath.log(Math.max(1, splits) / FALSE_ALARM));
        return new StepRule(threshold, WEEKS, MEMBERS, aggregation == Aggregation.SHARE ? FIVE_POINTS : QUARTER);
    }

    /** Says what was looked at and did not hold up; empty when everything did. */
    Optional<NotSupported> notSupported(String process) {
        long unshifted = series - drafts.size();
        if (series == 0) {
            return Optional.of(new NotSupported(process, kind, 0, nothing));
        }

        return unshifted == 0
                ? Optional.empty()
                : Optional.of(new NotSupported(
                        process,
                        kind,
                        splits,
                        unshifted + " of " + series + " weekly series show no " + noun()
                                + " that is sustained, large enough to" + " tell and clears the stated threshold."));
    }

    private String noun() {
        return kind == FindingKind.KPI_EPISODE ? "episode" : "shift";
    }
}
