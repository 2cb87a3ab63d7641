package com.opsatc.connector.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.rule.RuleKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What must hold of the activities of every case.
 *
 * @param id names it within its process; a tenant's stands in place of the connector's of the same id
 * @param title for people, e.g. {@code Orders are shipped in time}; null where the rule's own words are enough
 * @param activities what it speaks of: any of them
 * @param then of a rule of two groups the other one: any of them; else empty
 * @param within the deadline of a response; null without one
 * @param times of existence at least so often, 1 when absent; of absence at most so often, 0 when absent; null of others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeclaredRule(
        String id,
        String title,
        RuleKind kind,
        List<String> activities,
        List<String> then,
        RuleDeadline within,
        Integer times) {
    public DeclaredRule {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        activities = activities == null ? List.of() : List.copyOf(activities);
        then = then == null ? List.of() : List.copyOf(then);
        times = times == null && !kind.ofPair() ? Integer.valueOf(kind == RuleKind.EXISTENCE ? 1 : 0) : times;
        List<String> problems = problems(kind, activities, then, within, times);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Invalid rule " + id + ": " + String.join("; ", problems));
        }
    }

    private static List<String> problems(
            RuleKind kind, List<String> activities, List<String> then, RuleDeadline within, Integer times) {
        List<String> problems = new ArrayList<>();
        String of = "a rule of kind " + kind.symbol();
        if (activities.isEmpty()) {
            problems.add(of + " names activities");
        }
        if (kind.ofPair() == then.isEmpty()) {
            problems.add(of + (kind.ofPair() ? " needs 'then'" : " has no 'then'"));
        }
        if (within != null && !kind.timed()) {
            problems.add(of + " has no deadline; only a response has one");
        }
        if (kind.ofPair() && times != null) {
            problems.add(of + " has no 'times'");
        }
        if (kind == RuleKind.EXISTENCE && times < 1) {
            problems.add("what must be there is there at least once");
        }
        if ((kind == RuleKind.NOT_CO_EXISTENCE || kind == RuleKind.FOUR_EYES)
                && !Collections.disjoint(activities, then)) {
            problems.add("no activity can be in both groups");
        }
        return problems;
    }

    /** The rule in words, as the system of record names activities. */
    public String words() {
        String one = anyOf(activities);
        String other = anyOf(then);
        return switch (kind) {
            case RESPONSE -> "After " + one + " comes " + other + (within == null ? "" : " within " + within.words());
            case CHAIN_RESPONSE -> "Directly after " + one + " comes " + other;
            case PRECEDENCE -> "Before " + other + " there is " + one;
            case EXISTENCE -> "Every case has " + one + (times == 1 ? "" : " at least " + times + " times");
            case ABSENCE ->
                times == 0
                        ? "No case has " + one
                        : "No case has " + one + " more than " + (times == 1 ? "once" : times + " times");
            case NOT_CO_EXISTENCE -> "No case has both " + one + " and " + other;
            case FOUR_EYES -> "Who did " + one + " did not do " + other + " in the same case";
        };
    }

    private static String anyOf(List<String> names) {
        return String.join(" or ", names);
    }
}
