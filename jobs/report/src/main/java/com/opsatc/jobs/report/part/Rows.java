package com.opsatc.jobs.report.part;

import com.opsatc.jobs.report.text.PageFigures;
import java.util.List;

/** The first rows of a table that may be long, and how many the page leaves out. */
public record Rows<T>(List<T> shown, int hidden) {
    public Rows {
        shown = List.copyOf(shown);
    }

    public static <T> Rows<T> first(int most, List<T> all) {
        int shown = Math.min(most, all.size());

        return new Rows<>(all.subList(0, shown), all.size() - shown);
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Says that rows were left out and where they are; null when none were. */
    public String notice(String document) {
        return hidden == 0 ? null : PageFigures.count(hidden) + " more in " + document + ".";
    }
}
