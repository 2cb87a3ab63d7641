package com.opsatc.jobs.report.telemetry;

import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Names of latency bounds and of the buckets between them. */
final class Bounds {
    private Bounds() {}

    /** A bound that a figure is of, as a duration; a text that is no number of microseconds is shown as it is. */
    static String name(String key) {
        return key.matches("[0-9]{1,15}") ? Figures.duration(Long.parseLong(key)) : Words.name(key);
    }

    /** The buckets under each bound, and the one over the last. */
    static List<String> buckets(List<Long> boundsUs) {
        List<String> buckets = new ArrayList<>();
        boundsUs.forEach(bound -> buckets.add(Figures.duration(bound)));
        buckets.add("over");

        return buckets;
    }
}
