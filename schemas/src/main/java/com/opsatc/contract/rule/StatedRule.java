package com.opsatc.contract.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A rule as documents state it.
 *
 * @param process of whose cases it must hold
 * @param id names it within its process
 * @param title what people call it; null where its own words are enough
 * @param words what must hold; activities as the system of record names them: tenant text
 * @param activities what it speaks of, {@code then} the other group of a rule that has two
 */
public record StatedRule(
        String process,
        String id,
        String title,
        RuleKind kind,
        String words,
        List<String> activities,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> then) {
    public StatedRule {
        requireNonNull(process, "process");
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(words, "words");
        activities = List.copyOf(activities);
        then = then == null ? List.of() : List.copyOf(then);
    }

    /** What people see first: the title, else the words. */
    public String heading() {
        return title == null ? words : title;
    }
}
