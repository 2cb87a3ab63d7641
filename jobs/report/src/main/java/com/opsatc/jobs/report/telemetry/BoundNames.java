package com.opsatc.jobs.report.telemetry;

import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Names of latency bounds and of the buckets between them. */
final class BoundNames {
    private BoundNames() {}

    /** A bound that a figure is of, as a duration; a text that is no number of microseconds is shown as it is. */
    static String name(String key) {
        return key.matches("[0-9]{1,15}") ? PageFigures.duration(Long.parseLong(key)) : Words.name(key);
    }

    /** The buckets under each bound, and the one over the last. */
    static List<String> buckets(List<Long> boundsUs) {
        List<String> buckets = new ArrayList<>();
        boundsUs.forEach(bound -> buckets.add(PageFigures.duration(bound)));
        buckets.add("over");

        return buckets;
    }
}
