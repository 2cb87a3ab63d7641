package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.DurationFigures;

/**
 * An activity of a process: executions, where cases start and end, and rework (definitions 1.9).
 *
 * @param selfLoops executions that follow the same activity immediately
 * @param repetitions executions after an earlier one of the same case with other activities between
 * @param reworkCases cases that have either
 * @param processing how long the executions with a recorded start took, rests left out; null without any
 */
public record ActivityStats(
        String activity,
        long executions,
        long starts,
        long ends,
        long selfLoops,
        long repetitions,
        long reworkCases,
        DurationFigures processing) {
    public ActivityStats {
        requireNonNull(activity, "activity");
    }

    /** An activity whose events do not tell how long it takes. */
    public ActivityStats(
            String activity,
            long executions,
            long starts,
            long ends,
            long selfLoops,
            long repetitions,
            long reworkCases) {
        this(activity, executions, starts, ends, selfLoops, repetitions, reworkCases, /* processing= */ null);
    }
}
