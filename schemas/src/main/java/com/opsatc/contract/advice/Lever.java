package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to change a process, as data: a file of {@code conf/levers}.
 *
 * @param title what to do, in a few words that stand for themselves
 * @param plain the same in a sentence or two for who has to do it
 * @param assumptions what must be true for the effect to come, each a sentence
 * @param guardrail families of KPIs that must not suffer, the first that is measured counts
 * @param owner who usually owns such a change, as a function and never a person
 * @param weeks after how many full weeks its effect can be seen
 */
public record Lever(
        String id,
        int version,
        String title,
        String plain,
        LeverScope when,
        Counterfactual counterfactual,
        List<String> assumptions,
        List<String> guardrail,
        String owner,
        int weeks,
        String source) {
    public Lever {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(plain, "plain");
        requireNonNull(when, "when");
        requireNonNull(counterfactual, "counterfactual");
        assumptions = List.copyOf(assumptions);
        guardrail = List.copyOf(guardrail);
        requireNonNull(owner, "owner");
        requireNonNull(source, "source");
    }

    /** What is wrong with it beyond its shape, each as a clause; empty when it can be used. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(when.problems());
        if (!counterfactual.estimates(when.sign())) {
            problems.add("counterfactual " + counterfactual.symbol() + " cannot be estimated of sign "
                    + when.sign().symbol());
        }
        return problems;
    }

    public LeverRef ref() {
        return new LeverRef(id, version);
    }
}
