package com.opsatc.jobs.report;

import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.jobs.report.map.MapEdge;
import com.opsatc.jobs.report.map.MapGraph;
import com.opsatc.jobs.report.map.MapLevel;
import com.opsatc.jobs.report.map.MapLevels;
import com.opsatc.jobs.report.map.ProcessMap;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * One level of the process map: its place in the control, its drawing, and in words how much it shows.
 *
 * @param number from 1, sparsest first
 * @param svg empty where there is no activity to draw
 * @param hidden the marked bottlenecks that this level does not draw; null when it draws all
 */
record LevelView(
        int number, String id, String label, boolean chosen, String svg, String name, String coverage, String hidden) {
    static LevelView of(
            String id,
            String processTitle,
            MapLevels levels,
            int place,
            ProcessEdges process,
            ProcessVariants variants) {
        MapLevel level = levels.levels().get(place);
        int number = place + 1;
        boolean only = levels.levels().size() == 1;
        String name = only ? "Process map" : "Process map, " + label(level);
        String prefix = only || level.graph().hiddenEdges() == 0 ? "" : label(level) + ": ";

        return new LevelView(
                number,
                id + "-level-" + number,
                label(level),
                place == levels.opening(),
                ProcessMap.svg(id + "-" + number, level.graph(), title(processTitle, level.graph(), name)),
                name,
                prefix + coverage(process, level, variants),
                hidden(level, levels));
    }

    /** {@code 80 %}; {@code All} where nothing is left out; the share itself where a drawing holds no more. */
    static String label(MapLevel level) {
        MapGraph graph = level.graph();
        if (level.cut()) {
            return "Fullest, " + PageFigures.share(graph.flow(), graph.totalFlow());
        }

        return level.percent() == 100 ? "All" : level.percent() + PageFigures.SPACE + "%";
    }

    /** {@code from 80 %}, or {@code in All}: no level comes after it. */
    static String from(MapLevel first) {
        return (first.percent() == 100 ? "in " : "from ") + label(first);
    }

    private static String title(String processTitle, MapGraph graph, String name) {
        long marked = graph.edges().stream().filter(MapEdge::bottleneck).count();

        return name + " of " + Words.name(processTitle) + ": "
                + counted(graph.activities().size(), "activity", "activities") + ", "
                + counted(graph.edges().size(), "transition", "transitions")
                + (marked == 0 ? "" : ", " + counted(marked, "bottleneck", "bottlenecks") + " marked");
    }

    private static String coverage(ProcessEdges process, MapLevel level, ProcessVariants variants) {
        MapGraph graph = level.graph();
        if (process.edges().isEmpty()) {
            return "No activity ever follows another in this extract.";
        }
        String steps = counted(graph.totalFlow(), "step", "steps") + " from one activity to the next.";
        if (graph.hiddenEdges() == 0) {
            return "All " + PageFigures.count(process.edges().size()) + " transitions are drawn; they carry all "
                    + steps;
        }

        return PageFigures.count(graph.edges().size()) + " of "
                + PageFigures.count(process.edges().size())
                + " transitions are drawn" + (level.cut() ? ", the most that one drawing takes" : "")
                + "; they carry " + PageFigures.share(graph.flow(), graph.totalFlow()) + " of " + steps + " "
                + leftOut(graph) + cases(graph, variants);
    }

    private static String leftOut(MapGraph graph) {
        String transitions = PageFigures.count(graph.hiddenEdges())
                + (graph.hiddenEdges() == 1 ? " is not drawn" : " are not drawn");
        if (graph.hiddenActivities() == 0) {
            return transitions + ".";
        }

        return transitions + (graph.hiddenActivities() == 1 ? ", nor is " : ", nor are ")
                + counted(graph.hiddenActivities(), "activity", "activities") + ".";
    }

    /** A lower bound: rare variants are not published one by one. */
    private static String cases(MapGraph graph, ProcessVariants variants) {
        if (variants == null || variants.cases() == 0) {
            return "";
        }
        long covered = variants.variants().stream()
                .filter(variant -> graph.covers(variant.activities()))
                .mapToLong(Variant::cases)
                .sum();

        return " At least " + PageFigures.share(covered, variants.cases()) + " of "
                + counted(variants.cases(), "case", "cases") + " stay on drawn transitions all the way.";
    }

    private static String hidden(MapLevel level, MapLevels levels) {
        List<String> hidden = new ArrayList<>();
        level.graph()
                .hiddenBottlenecks()
                .forEach(bottleneck -> hidden.add(bottleneck.rank()
                        + levels.firstDrawing(bottleneck.from(), bottleneck.to())
                                .map(first -> " (" + from(first) + ")")
                                .orElse(" (at no level)")));

        return hidden.isEmpty()
                ? null
                : "Not drawn here: " + (hidden.size() == 1 ? "bottleneck " : "bottlenecks ") + String.join(", ", hidden)
                        + ".";
    }

    private static String counted(long n, String one, String more) {
        return PageFigures.count(n) + " " + (n == 1 ? one : more);
    }
}
