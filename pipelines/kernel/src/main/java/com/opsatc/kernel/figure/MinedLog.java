package com.opsatc.kernel.figure;

import java.util.List;

/**
 * What the measures of every view found; immutable and thread-safe.
 *
 * @param reworkCases cases in which some activity was executed more than once
 * @param edges the directly-follows edges by codes (from, to)
 * @param activities one element for each code, in their order
 * @param variants most cases first, then by codes; empty when they were not asked for
 * @param cycle each case's cycle time: its latest completion minus its earliest start
 * @param cyclePeriods the cycle times by the period of the case's latest completion
 */
public record MinedLog(
        long cases,
        long events,
        long reworkCases,
        List<EdgeStats> edges,
        List<ActivityCounts> activities,
        List<VariantStats> variants,
        Durations cycle,
        PeriodSums cyclePeriods) {
    public MinedLog {
        edges = List.copyOf(edges);
        activities = List.copyOf(activities);
        variants = List.copyOf(variants);
    }
}
