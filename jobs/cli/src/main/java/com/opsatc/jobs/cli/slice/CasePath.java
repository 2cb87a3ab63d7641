package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

/**
 * What happened in a case, as the document of a process's cases has it.
 *
 * @param activities numbers of its recorded activities in their order, each between blanks: {@code " 0 3 3 "}
 * @param objects numbers of the types of objects that its events touch, written alike; {@code " "} where none is told
 */
record CasePath(String activities, String objects) {
    CasePath {
        requireNonNull(activities, "activities");
        requireNonNull(objects, "objects");
    }

    /** Of numbers parted by blanks; null for none. */
    static CasePath of(String activities, String objects) {
        return new CasePath(between(activities), between(objects));
    }

    static String between(String numbers) {
        return numbers == null ? " " : " " + numbers + " ";
    }

    /** Whether an event of one activity comes before one of another, or of the same, at any distance. */
    boolean has(int first, int later) {
        int from = activities.indexOf(between(Integer.toString(first)));
        return from >= 0 && from < activities.lastIndexOf(between(Integer.toString(later)));
    }

    boolean touches(int objectType) {
        return objects.contains(between(Integer.toString(objectType)));
    }
}
