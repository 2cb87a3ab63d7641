package com.opsatc.kernel.figure;

/**
 * How often an activity was executed, began and ended cases, and was executed again (definitions 1.9).
 *
 * @param activity its code
 * @param selfLoops executions that follow the same activity immediately
 * @param repetitions executions after an earlier one of the same case, with other activities directly before
 * @param reworkCases cases that have either
 */
public record ActivityCounts(
        int activity, long executions, long starts, long ends, long selfLoops, long repetitions, long reworkCases) {}
