package com.opsatc.jobs.report.map;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;

/** What the map writes on a box and beside a line, and what it says of each in a title. */
final class MapText {
    private MapText() {}

    static String label(MapEdge drawn) {
        String n = Figures.count(drawn.edge().n());

        return drawn.bottleneck() ? n + " · " + Figures.duration(drawn.edge().p50Us()) : n;
    }

    static String stats(ActivityStats activity) {
        long rework = activity.selfLoops() + activity.repetitions();
        String n = "n " + Figures.count(activity.executions());

        return rework == 0 ? n : n + " · rework " + Figures.share(rework, activity.executions());
    }

    static String describe(ActivityStats activity) {
        return Words.name(activity.activity()) + ": " + Figures.count(activity.executions()) + " executions, "
                + Figures.count(activity.selfLoops() + activity.repetitions()) + " of them rework in "
                + Figures.count(activity.reworkCases()) + " cases; " + Figures.count(activity.starts())
                + " cases start and " + Figures.count(activity.ends()) + " end here";
    }

    static String describe(MapEdge drawn) {
        String rank = drawn.bottleneck() ? "Bottleneck " + drawn.bottleneckRank() + ": " : "";

        return rank + Words.name(drawn.edge().from()) + " → "
                + Words.name(drawn.edge().to()) + ": "
                + Figures.count(drawn.edge().n()) + " times in "
                + Figures.count(drawn.edge().cases()) + " cases, median "
                + Figures.duration(drawn.edge().p50Us()) + ", 90th percentile "
                + Figures.duration(drawn.edge().p90Us());
    }
}
