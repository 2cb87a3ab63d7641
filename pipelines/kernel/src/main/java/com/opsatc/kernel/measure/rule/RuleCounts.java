package com.opsatc.kernel.measure.rule;

import com.opsatc.kernel.figure.Durations;
import java.util.List;

/**
 * What was found of a rule. Activations are kept, broken, pending or undecided; tested cases are broken, kept or neither yet.
 *
 * @param cases all of the log
 * @param testedCases with at least one activation; the others say nothing of the rule
 * @param brokenCases with at least one broken activation
 * @param keptCases all of whose activations are kept
 * @param late broken by an answer after the deadline
 * @param missing broken because something is not there
 * @param overruns of those that are late
 * @param worst at most so many as were asked for, the worst first
 */
public record RuleCounts(
        long cases,
        long testedCases,
        long brokenCases,
        long keptCases,
        long activations,
        long kept,
        long broken,
        long late,
        long missing,
        long pending,
        long undecided,
        Durations overruns,
        List<Breach> worst) {
    public RuleCounts {
        worst = List.copyOf(worst);
    }
}
