package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Evidence;
import java.util.List;

/**
 * The time of one step before and since a day, on the scale round(1000 log₂(1 + seconds)).
 *
 * @param subjects the two activities, as they are named in the system of record: tenant text
 * @param before how many passages ended before the day, {@code after} how many since
 * @param sumBefore their places on the scale together
 * @param evidence the rows of both
 */
public record StepChange(
        List<String> subjects,
        long before,
        long after,
        long sumBefore,
        long sumAfter,
        long medianBeforeUs,
        long medianAfterUs,
        Evidence evidence) {
    public StepChange {
        subjects = List.copyOf(subjects);
        requireNonNull(evidence, "evidence");
        if (before < 1 || after < 1 || evidence.rows() != before + after) {
            throw new IllegalArgumentException("Invalid change: it has passages on both sides, and cites them all");
        }
    }
}
