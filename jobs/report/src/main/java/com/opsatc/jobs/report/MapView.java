package com.opsatc.jobs.report;

import com.opsatc.contract.ActivityStats;
import com.opsatc.contract.Bottleneck;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.contract.ProcessVariants;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.map.MapEdge;
import com.opsatc.jobs.report.map.MapGraph;
import com.opsatc.jobs.report.map.ProcessMap;
import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;

/** The process map, what it leaves out, and its two tables. */
record MapView(
        String svg,
        String title,
        String coverage,
        List<ActivityRow> activities,
        Rows<EdgeRow> edges,
        String edgesNotice,
        CsvLink activitiesCsv,
        CsvLink edgesCsv) {
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

    static MapView of(
            String id, ProcessEdges process, List<Bottleneck> bottlenecks, ProcessVariants variants, CsvTables csv) {
        MapGraph graph = MapGraph.of(process, bottlenecks);
        long marked = graph.edges().stream().filter(MapEdge::bottleneck).count();
        String title = Words.name(process.process()) + ": " + graph.activities().size() + " activities, "
                + graph.edges().size() + " transitions" + (marked == 0 ? "" : ", " + marked + " bottlenecks marked");
        Rows<EdgeRow> edges = Rows.first(
                MOST_EDGES,
                process.edges().stream().map(edge -> edge(edge, graph)).toList());

        return new MapView(
                ProcessMap.svg(id, graph, title),
                title,
                coverage(process, graph, variants),
                process.activities().stream().map(MapView::activity).toList(),
                edges,
                edges.notice("edges.json"),
                csv.activities(process.process(), process.activities()),
                csv.transitions(
                        process.process(),
                        process.edges().stream().limit(MOST_EDGES).toList()));
    }

    private static String coverage(ProcessEdges process, MapGraph graph, ProcessVariants variants) {
        if (process.edges().isEmpty()) {
            return "No activity ever follows another in this extract.";
        }
        String drawn = graph.hiddenEdges() == 0
                ? "All " + Figures.count(process.edges().size()) + " transitions are drawn."
                : Figures.count(graph.edges().size()) + " of "
                        + Figures.count(process.edges().size())
                        + " transitions are drawn; they carry " + Figures.share(graph.flow(), graph.totalFlow())
                        + " of the flow. " + Figures.count(graph.hiddenEdges())
                        + (graph.hiddenEdges() == 1 ? " rare one is not drawn" : " rare ones are not drawn")
                        + (graph.hiddenActivities() == 0
                                ? "."
                                : ", nor "
                                        + (graph.hiddenActivities() == 1
                                                ? "is 1 rare activity."
                                                : "are " + Figures.count(graph.hiddenActivities())
                                                        + " rare activities."));
        if (variants == null || variants.cases() == 0 || graph.hiddenEdges() == 0) {
            return drawn;
        }
        long covered = variants.variants().stream()
                .filter(variant -> graph.covers(variant.activities()))
                .mapToLong(variant -> variant.cases())
                .sum();

        return drawn + " At least " + Figures.share(covered, variants.cases())
                + " of cases stay on drawn transitions all the way.";
    }

    private static ActivityRow activity(ActivityStats activity) {
        return new ActivityRow(
                Words.name(activity.activity()),
                Figures.count(activity.executions()),
                Figures.count(activity.starts()),
                Figures.count(activity.ends()),
                Figures.share(activity.selfLoops() + activity.repetitions(), activity.executions()),
                Figures.count(activity.reworkCases()));
    }

    private static EdgeRow edge(com.opsatc.contract.Edge edge, MapGraph graph) {
        String mark = graph.edges().stream()
                .filter(drawn -> drawn.edge().equals(edge))
                .map(drawn -> drawn.bottleneck() ? "bottleneck " + drawn.bottleneckRank() : "drawn")
                .findFirst()
                .orElse("not drawn");

        return new EdgeRow(
                mark,
                Words.name(edge.from()),
                Words.name(edge.to()),
                Figures.count(edge.n()),
                Figures.count(edge.cases()),
                Figures.duration(edge.p50Us()),
                Figures.duration(edge.p90Us()),
                Figures.duration(edge.meanUs()),
                Figures.count(edge.ties()));
    }
}
