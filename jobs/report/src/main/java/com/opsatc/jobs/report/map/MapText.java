package com.opsatc.jobs.report.map;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;

/** What the map writes on a box and beside a line, and what it says of each in a title. */
final class MapText {
    private MapText() {}

    static String label(MapEdge drawn) {
        String n = PageFigures.count(drawn.edge().n());

        return drawn.bottleneck()
                ? n + " · " + PageFigures.duration(drawn.edge().p50Us())
                : n;
    }

    static String stats(ActivityStats activity) {
        long rework = activity.selfLoops() + activity.repetitions();
        String n = "n " + PageFigures.count(activity.executions());

        return rework == 0 ? n : n + " · rework " + PageFigures.share(rework, activity.executions());
    }

    static String describe(ActivityStats activity) {
        return Words.name(activity.activity()) + ": " + PageFigures.count(activity.executions()) + " executions, "
                + PageFigures.count(activity.selfLoops() + activity.repetitions()) + " of them rework in "
                + PageFigures.count(activity.reworkCases()) + " cases; " + PageFigures.count(activity.starts())
                + " cases start and " + PageFigures.count(activity.ends()) + " end here";
    }

    static String describe(MapEdge drawn) {
        String rank = drawn.bottleneck() ? "Bottleneck " + drawn.bottleneckRank() + ": " : "";

        return rank + Words.name(drawn.edge().from()) + " → "
                + Words.name(drawn.edge().to()) + ": "
                + PageFigures.count(drawn.edge().n()) + " times in "
                + PageFigures.count(drawn.edge().cases()) + " cases, median "
                + PageFigures.duration(drawn.edge().p50Us()) + ", 90th percentile "
                + PageFigures.duration(drawn.edge().p90Us());
    }
}
