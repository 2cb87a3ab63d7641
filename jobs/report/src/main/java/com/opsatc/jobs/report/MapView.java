package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.map.MapEdge;
import com.opsatc.jobs.report.map.MapLevel;
import com.opsatc.jobs.report.map.MapLevels;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The process map at each of its levels, and its two tables.
 *
 * @param heading what the map is of
 * @param choice name of the control that picks a level
 */
record MapView(
        String heading,
        String title,
        String choice,
        List<LevelView> levels,
        List<ActivityRow> activities,
        Rows<EdgeRow> edges,
        String edgesNotice,
        CsvLink activitiesCsv,
        CsvLink edgesCsv,
        List<String> caveats) {
    private static final int MOST_EDGES = 150;

    record ActivityRow(String name, String executions, String starts, String ends, String rework, String reworkCases) {}

    record EdgeRow(
            String mark,
            String from,
            String to,
            String n,
            String cases,
            String p50,
            String p90,
            String mean,
            String ties) {}

    /** Draws a view of a process; activity instances by the waiting that they were ranked by. */
    static MapView of(
            String id,
            String processTitle,
            ProcessEdges view,
            List<Bottleneck> bottlenecks,
            ProcessVariants variants,
            CsvTables csv) {
        ProcessEdges process = view.asMeasured();
        MapLevels levels = MapLevels.of(process, bottlenecks);
        String title = Words.name(process.objectType() == null ? processTitle : process.objectType()) + ": "
                + PageFigures.count(process.activities().size()) + " activities, "
                + PageFigures.count(process.edges().size()) + " transitions"
                + (process.view() == LogView.ACTIVITY_INSTANCE ? " of executions from start to completion" : "");
        Rows<EdgeRow> edges = Rows.first(
                MOST_EDGES,
                process.edges().stream().map(edge -> edge(edge, levels)).toList());

        String csvName = process.objectType() == null ? process.process() : process.process() + "-" + id;
        return new MapView(
                heading(process),
                title,
                id + "-level",
                IntStream.range(0, levels.levels().size())
                        .mapToObj(i -> LevelView.of(id, processTitle, levels, i, process, variants))
                        .toList(),
                process.activities().stream().map(MapView::activity).toList(),
                edges,
                edges.notice("edges.json"),
                csv.activities(csvName, process.activities()),
                csv.transitions(
                        csvName, process.edges().stream().limit(MOST_EDGES).toList()),
                process.caveats().stream().map(Words::sentence).toList());
    }

    private static String heading(ProcessEdges process) {
        return process.objectType() == null
                ? "Process map"
                : "Lives of " + PageFigures.count(process.cases()) + " objects: " + Words.name(process.objectType());
    }

    private static ActivityRow activity(ActivityStats activity) {
        return new ActivityRow(
                Words.name(activity.activity()),
                PageFigures.count(activity.executions()),
                PageFigures.count(activity.starts()),
                PageFigures.count(activity.ends()),
                PageFigures.share(activity.rework(), activity.executions()),
                PageFigures.count(activity.reworkCases()));
    }

    private static EdgeRow edge(Edge edge, MapLevels levels) {
        return new EdgeRow(
                mark(edge, levels),
                Words.name(edge.from()),
                Words.name(edge.to()),
                PageFigures.count(edge.n()),
                PageFigures.count(edge.cases()),
                PageFigures.duration(edge.p50Us()),
                PageFigures.duration(edge.p90Us()),
                PageFigures.duration(edge.meanUs()),
                PageFigures.count(edge.ties()));
    }

    private static String mark(Edge edge, MapLevels levels) {
        Optional<MapLevel> first = levels.firstDrawing(edge.from(), edge.to());
        if (first.isEmpty()) {
            return "not drawn";
        }
        String from = levels.levels().size() == 1 ? "drawn" : LevelView.from(first.get());

        return first.get()
                .graph()
                .find(edge.from(), edge.to())
                .filter(MapEdge::bottleneck)
                .map(drawn -> from + ", bottleneck " + drawn.bottleneckRank())
                .orElse(from);
    }
}
