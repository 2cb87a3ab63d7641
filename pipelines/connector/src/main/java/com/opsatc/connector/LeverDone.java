package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tenant says it did: a lever, on which step, since when.
 *
 * @param lever id of the lever
 * @param from first activity of the step, {@code to} the next, as the system of record names them
 * @param since the first day on which it was in place
 * @param source where that is written, as a citation
 * @param statedBy who says so, as a function, never a person
 */
public record LeverDone(String lever, String from, String to, LocalDate since, String source, String statedBy) {
    public LeverDone {
        requireNonNull(lever, "lever");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(since, "since");
        requireNonNull(source, "source");
        requireNonNull(statedBy, "statedBy");
    }

    /** The two activities of the step. */
    public List<String> step() {
        return List.of(from, to);
    }

    /** What is wrong with several together, each as a clause. */
    static List<String> problems(List<LeverDone> all) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            LeverDone done = all.get(i);
            if (all.subList(0, i).stream().anyMatch(before -> before.step().equals(done.step()))) {
                problems.add("the step of lever " + done.lever()
                        + " is declared before: what two levers did to one step cannot be told apart");
            }
        }
        return problems;
    }
}
