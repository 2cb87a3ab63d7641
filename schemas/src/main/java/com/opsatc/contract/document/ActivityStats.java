package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.DurationFigures;

/**
 * An activity of a process: executions, where cases start and end, and rework (definitions 1.9).
 *
 * @param selfLoops executions that follow the same activity immediately
 * @param repetitions executions after an earlier one of the same case with other activities between
 * @param reworkCases cases that have either
 * @param events of a view of objects: each event once, however many of its objects it touches; null in other views
 * @param synchronisation of a view of objects: latest minus earliest of the previous events of an event's objects, of whatever
 *     type; null where no event has two, and in other views
 * @param splits of the executions again, those for another object than every one before, which are no rework; null where no
 *     objects are finer than the case
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
        Long events,
        DurationFigures synchronisation,
        Long splits,
        DurationFigures processing) {
    public ActivityStats {
        requireNonNull(activity, "activity");
    }

    /** An activity of which no objects are known. */
    public ActivityStats(
            String activity,
            long executions,
            long starts,
            long ends,
            long selfLoops,
            long repetitions,
            long reworkCases,
            DurationFigures processing) {
        this(
                activity,
                executions,
                starts,
                ends,
                selfLoops,
                repetitions,
                reworkCases,
                /* events= */ null,
                /* synchronisation= */ null,
                /* splits= */ null,
                processing);
    }

    /** How often it was executed again, splits left out (definitions 1.9 and 1.17). */
    public long rework() {
        return selfLoops + repetitions - (splits == null ? 0 : splits);
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
        this(activity, executions, starts, ends, selfLoops, repetitions, reworkCases, (DurationFigures) null);
    }
}
