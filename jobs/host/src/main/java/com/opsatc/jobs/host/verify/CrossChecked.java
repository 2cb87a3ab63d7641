package com.opsatc.jobs.host.verify;

import com.opsatc.contract.run.RunOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** The kinds of figures, each over all processes. */
    public static CrossChecked of(RunOutcome outcome) {
        Map<String, Verification.Check> kinds = new LinkedHashMap<>();
        outcome.crossChecks().forEach(check -> kinds.merge(check.figures(), check(check), CrossChecked::both));
        return new CrossChecked(List.copyOf(kinds.values()), List.of(UNSTATED), List.of(BOTTLENECKS));
    }

    private static Verification.Check check(RunOutcome.CrossCheck check) {
        return new Verification.Check(
                check.figures(),
                check.holds(),
                check.of(),
                "computed again by SQL over the run's canonical tables, sharing no code with the engine",
                check.broken());
    }

    private static Verification.Check both(Verification.Check one, Verification.Check other) {
        return new Verification.Check(
                one.name(),
                one.holds() + other.holds(),
                one.of() + other.of(),
                one.detail(),
                Stream.concat(one.broken().stream(), other.broken().stream()).toList());
    }
}
