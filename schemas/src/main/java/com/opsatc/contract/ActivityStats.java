package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

/**
 * An activity of a process: executions, where cases start and end, and rework (definitions 1.9).
 *
 * @param selfLoops executions that follow the same activity immediately
 * @param repetitions executions after an earlier one of the same case with other activities between
 * @param reworkCases cases that have either
 */
public record ActivityStats(
        String activity, long executions, long starts, long ends, long selfLoops, long repetitions, long reworkCases) {
    public ActivityStats {
        requireNonNull(activity, "activity");
    }
}
