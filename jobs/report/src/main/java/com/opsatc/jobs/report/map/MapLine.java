package com.opsatc.jobs.report.map;

import static java.util.Comparator.comparingLong;

import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a map can draw between two places: a transition, the way in from the start of cases, or the way out to their end.
 *
 * @param from an activity; empty for a way in
 * @param to an activity; empty for a way out
 * @param n how often the transition occurs, or how many cases start or end there
 */
record MapLine(Kind kind, String from, String to, long n) {
    /** By frequency; ties by kind, then by name. Total on the lines of one process. */
    static final Comparator<MapLine> ORDER = comparingLong(MapLine::n)
            .reversed()
            .thenComparing(MapLine::kind)
            .thenComparing(MapLine::from)
            .thenComparing(MapLine::to);

    enum Kind {
        TRANSITION,
        WAY_IN,
        WAY_OUT
    }

    static MapLine of(Edge edge) {
        return new MapLine(Kind.TRANSITION, edge.from(), edge.to(), edge.n());
    }

    /** All lines of a process, in order. */
    static List<MapLine> of(ProcessEdges process) {
        List<MapLine> lines = new ArrayList<>();
        process.edges().forEach(edge -> lines.add(of(edge)));
        process.activities().forEach(activity -> {
            if (activity.starts() > 0) {
                lines.add(new MapLine(Kind.WAY_IN, "", activity.activity(), activity.starts()));
            }
            if (activity.ends() > 0) {
                lines.add(new MapLine(Kind.WAY_OUT, activity.activity(), "", activity.ends()));
            }
        });
        lines.sort(ORDER);

        return lines;
    }

    boolean isTransition() {
        return kind == Kind.TRANSITION;
    }
}
