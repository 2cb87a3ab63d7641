package com.opsatc.jobs.report;

import com.opsatc.jobs.report.text.PageFigures;
import java.util.List;

/** The first rows of a table that may be long, and how many the page leaves out. */
record Rows<T>(List<T> shown, int hidden) {
    Rows {
        shown = List.copyOf(shown);
    }

    static <T> Rows<T> first(int most, List<T> all) {
        int shown = Math.min(most, all.size());

        return new Rows<>(all.subList(0, shown), all.size() - shown);
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Says that rows were left out and where they are; null when none were. */
    String notice(String document) {
        return hidden == 0 ? null : PageFigures.count(hidden) + " more in " + document + ".";
    }
}
