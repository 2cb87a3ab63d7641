package com.opsatc.contract.rule;

/**
 * How often a rule was activated, and what became of it (definitions 1.13).
 *
 * @param cases all of the process
 * @param testedCases in which it was activated; the others say nothing of it
 * @param keptCases in which every activation is kept, {@code brokenCases} in which at least one is broken; the rest of the tested is
 *     neither yet
 * @param activations how often it was activated: kept, broken, pending and undecided together
 * @param late broken by what came after the deadline, {@code missing} by what is not there
 * @param pending of open cases in which nothing is late
 * @param undecided since one of two events of a day has no time
 */
public record RuleTotals(
        long cases,
        long testedCases,
        long keptCases,
        long brokenCases,
        long activations,
        long kept,
        long broken,
        long late,
        long missing,
        long pending,
        long undecided) {
    public RuleTotals {
        if (keptCases + brokenCases > testedCases || testedCases > cases || late + missing > broken) {
            throw new IllegalArgumentException(
                    "Invalid totals of a rule: cases that are kept or broken are tested, and what is late or missing is broken");
        }
    }
}
