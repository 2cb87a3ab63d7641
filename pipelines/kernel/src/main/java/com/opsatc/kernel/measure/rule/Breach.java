package com.opsatc.kernel.measure.rule;

import java.util.Comparator;

/**
 * Where a case breaks a rule.
 *
 * @param caseId key of the case
 * @param position of the event that the rule speaks of, in the case's total order
 * @param by position of the event that came too late or must not have come, itself where it is one too many; {@link #NONE} where something is missing
 * @param overrunUs past the deadline, up to the last known instant where the answer is missing; 0 where there is no deadline, or it has
 *     not passed in a case that is closed
 */
public record Breach(long caseId, int position, int by, long overrunUs) {
    public static final int NONE = -1;

    /** The longest overrun first, then by case and position: a total order. */
    public static final Comparator<Breach> WORST_FIRST = Comparator.comparingLong(Breach::overrunUs)
            .reversed()
            .thenComparingLong(Breach::caseId)
            .thenComparingInt(Breach::position)
            .thenComparingInt(Breach::by);
}
