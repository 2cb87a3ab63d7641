package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The directly-follows graph of one process in one view.
 *
 * @param view {@code activity}, or {@code activity-lifecycle} where each transition of an activity is a node of its own
 * @param edges by n descending, then names
 * @param activities by executions descending, then name
 */
public record ProcessEdges(
        String process,
        String caseNotion,
        String view,
        long cases,
        long events,
        long variants,
        List<Edge> edges,
        List<ActivityStats> activities) {
    public static final String ACTIVITY = "activity";
    public static final String ACTIVITY_LIFECYCLE = "activity-lifecycle";

    public ProcessEdges {
        requireNonNull(process, "process");
        requireNonNull(caseNotion, "caseNotion");
        requireNonNull(view, "view");
        edges = List.copyOf(edges);
        activities = List.copyOf(activities);
    }
}
