package com.opsatc.jobs.host.verify;

import com.opsatc.contract.run.RunOutcome;
import java.util.List;

/**
 * What SQL over the tables of a run found of its documents.
 *
 * @param covered what is covered now that no other check looks at
 * @param notCovered what is left
 */
public record CrossChecked(List<Verification.Check> checks, List<String> covered, List<String> notCovered) {
    static final String UNSTATED = "the figures of edges, variants and bottlenecks that no finding states";

    private static final String BOTTLENECKS =
            "the figures of bottlenecks, waiting causes and activity instances that no finding states";

    public CrossChecked {
        checks = List.copyOf(checks);
        covered = List.copyOf(covered);
        notCovered = List.copyOf(notCovered);
    }

    public static CrossChecked of(RunOutcome outcome) {
        return new CrossChecked(
                outcome.crossChecks().stream().map(CrossChecked::check).toList(),
                List.of(UNSTATED),
                List.of(BOTTLENECKS));
    }

    private static Verification.Check check(RunOutcome.CrossCheck check) {
        return new Verification.Check(
                check.figures(),
                check.holds(),
                check.of(),
                "computed again by SQL over the run's canonical tables, sharing no code with the engine",
                check.broken());
    }
}
