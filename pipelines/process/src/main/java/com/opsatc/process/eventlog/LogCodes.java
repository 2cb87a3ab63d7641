package com.opsatc.process.eventlog;

import java.util.List;

/**
 * What a log's integer codes stand for, by position in each list; sorted by name, so the same names give the same codes.
 *
 * @param activities names
 * @param classes (activity, lifecycle transition) pairs; a transition that is not recorded is null
 * @param files digests of the extract files that the events cite
 */
public record LogCodes(List<String> activities, List<ActivityClass> classes, List<String> files) {
    public LogCodes {
        activities = List.copyOf(activities);
        classes = List.copyOf(classes);
        files = List.copyOf(files);
    }

    /** Whether any event records a lifecycle transition, so that the second view says more than the first. */
    public boolean hasLifecycles() {
        return classes.stream().anyMatch(c -> c.lifecycle() != null);
    }

    /** An activity with one of its lifecycle transitions. */
    public record ActivityClass(String activity, String lifecycle) {
        /** The name of the node in the activity-lifecycle view. */
        public String label() {
            return lifecycle == null ? activity : activity + "+" + lifecycle;
        }
    }
}
