package com.opsatc.jobs.report.map;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.ActivityStats;
import com.opsatc.jobs.report.chart.Svg;
import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The process map as SVG: boxes are activities, lines are transitions, wider where more frequent.
 *
 * <p>A marked bottleneck is told by its dashes, its width and a numbered badge, so that nothing rests on colour. Names are
 * wrapped and cut in the boxes; the whole name is in the title of the box. Where cases start and end is drawn for the
 * activities that account for 95 % of them.
 */
public final class ProcessMap {
    /** Plain type of 11 px beside the bold type of names. */
    private static final double SMALL = 0.82;

    private static final double LINE = 15;
    /** A drawing wider than the page is fitted to it where its type stays legible, and scrolls where not. */
    private static final double PAGE = 1_100;

    private static final double FITS = 1_500;
    private static final double TERMINAL = 20;
    private static final double BADGE = 9;
    private static final String INK = "#1c2126";

    private final String id;
    private final MapGraph graph;
    private final Terminals terminals;
    private final List<NodeText> texts;
    private final Layout layout;
    private final long mostFrequent;

    private ProcessMap(String id, MapGraph graph) {
        this.id = id;
        this.graph = graph;
        this.terminals = Terminals.of(graph.activities());
        this.texts = graph.activities().stream()
                .map(activity -> NodeText.of(activity.activity()))
                .toList();
        this.mostFrequent = graph.edges().stream()
                .mapToLong(drawn -> drawn.edge().n())
                .max()
                .orElse(1);
        this.layout = LayeredLayout.of(nodes(), links());
    }

    /** The map; of a process without activities, an empty text. {@code id} must be its own on the page it stands on. */
    public static String svg(String id, MapGraph graph, String title) {
        return graph.activities().isEmpty() ? "" : new ProcessMap(id, graph).draw(title);
    }

    private List<Layout.Node> nodes() {
        List<Layout.Node> nodes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            NodeText text = texts.get(i);
            double width = Math.max(
                    text.width(),
                    SMALL * NodeText.width(stats(graph.activities().get(i))));
            nodes.add(new Layout.Node(
                    Math.max(96, width + 20), 26 + LINE * text.lines().size(), Layout.Pin.NONE));
        }
        nodes.add(new Layout.Node(TERMINAL, TERMINAL, Layout.Pin.FIRST));
        nodes.add(new Layout.Node(TERMINAL, TERMINAL, Layout.Pin.LAST));

        return nodes;
    }

    private List<Layout.Link> links() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < graph.activities().size(); i++) {
            places.put(graph.activities().get(i).activity(), i);
        }
        List<Layout.Link> links = new ArrayList<>();
        for (MapEdge drawn : graph.edges()) {
            double width = SMALL * NodeText.width(label(drawn)) + 6 + (drawn.bottleneck() ? 2 * BADGE + 6 : 0);
            links.add(new Layout.Link(
                    places.get(drawn.edge().from()),
                    places.get(drawn.edge().to()),
                    width,
                    drawn.bottleneck() ? 2 * BADGE + 2 : 13,
                    1 + (int) (999 * drawn.edge().n() / mostFrequent)));
        }
        int start = graph.activities().size();
        terminals.starts().forEach(t -> links.add(new Layout.Link(start, t.activity(), 1, 1, 1)));
        terminals.ends().forEach(t -> links.add(new Layout.Link(t.activity(), start + 1, 1, 1, 1)));

        return links;
    }

    private String draw(String title) {
        Svg svg = Svg.drawing(
                layout.width() > PAGE && layout.width() <= FITS ? "map fit" : "map",
                layout.width(),
                layout.height(),
                title);
        arrowheads(svg);
        int routes = graph.edges().size();
        for (int i = routes; i < layout.routes().size(); i++) {
            svg.mark(
                    "path",
                    "class",
                    "terminal-edge",
                    "d",
                    RoundedPath.of(layout.routes().get(i).points()),
                    "fill",
                    "none",
                    "stroke",
                    "#9aa4ae",
                    "stroke-width",
                    "1.2",
                    "stroke-dasharray",
                    "2 3",
                    "marker-end",
                    arrow("arrow"));
        }
        for (int i = routes - 1; i >= 0; i--) {
            edge(svg, graph.edges().get(i), layout.routes().get(i));
        }
        for (int i = 0; i < routes; i++) {
            caption(svg, graph.edges().get(i), layout.routes().get(i).label());
        }
        for (int i = 0; i < texts.size(); i++) {
            node(svg, graph.activities().get(i), texts.get(i), layout.boxes().get(i));
        }
        terminal(svg, layout.boxes().get(texts.size()), "start", "Cases start here");
        terminal(svg, layout.boxes().get(texts.size() + 1), "end", "Cases end here");

        return svg.end();
    }

    private String arrow(String kind) {
        return "url(#" + id + "-" + kind + ")";
    }

    private void arrowheads(Svg svg) {
        svg.open("defs");
        for (String[] arrow : new String[][] {{"arrow", "#5d6873"}, {"arrow-slow", "#b3420b"}}) {
            svg.open(
                    "marker",
                    "id",
                    id + "-" + arrow[0],
                    "class",
                    arrow[0],
                    "viewBox",
                    "0 0 9 10",
                    "refX",
                    "0.5",
                    "refY",
                    "5",
                    "markerWidth",
                    "9",
                    "markerHeight",
                    "10",
                    "markerUnits",
                    "userSpaceOnUse",
                    "orient",
                    "auto");
            svg.mark("path", "d", "M0 0.5 L9 5 L0 9.5 Z", "fill", arrow[1]).close();
        }
        svg.close();
    }

    private void edge(Svg svg, MapEdge drawn, Layout.Route route) {
        double width = 1 + 4.5 * Math.sqrt((double) drawn.edge().n() / mostFrequent);
        boolean slow = drawn.bottleneck();
        svg.open(
                "path",
                "class",
                slow ? "edge slow" : "edge",
                "d",
                RoundedPath.of(route.points()),
                "fill",
                "none",
                "stroke",
                slow ? "#b3420b" : "#7d8894",
                "stroke-width",
                at(slow ? Math.max(width, 3.5) : width),
                "stroke-dasharray",
                slow ? "9 4" : "1 0",
                "marker-end",
                arrow(slow ? "arrow-slow" : "arrow"));
        svg.titled(describe(drawn)).close();
    }

    private void caption(Svg svg, MapEdge drawn, Layout.Box box) {
        double textX = box.x() + 3;
        if (drawn.bottleneck()) {
            double cx = box.x() + BADGE;
            svg.mark(
                    "circle",
                    "class",
                    "badge",
                    "cx",
                    at(cx),
                    "cy",
                    at(box.centreY()),
                    "r",
                    at(BADGE),
                    "fill",
                    "#b3420b");
            svg.label(
                    Integer.toString(drawn.bottleneckRank()),
                    "class",
                    "badge-number",
                    "x",
                    at(cx),
                    "y",
                    at(box.centreY() + 4),
                    "text-anchor",
                    "middle",
                    "font-size",
                    "11",
                    "font-weight",
                    "700",
                    "fill",
                    "#fff");
            textX = box.x() + 2 * BADGE + 4;
        }
        svg.label(
                label(drawn),
                "class",
                drawn.bottleneck() ? "edge-label slow-label" : "edge-label",
                "x",
                at(textX),
                "y",
                at(box.centreY() + 4),
                "font-size",
                "11",
                "fill",
                drawn.bottleneck() ? "#8f3408" : "#4d5761",
                "stroke",
                "#fff",
                "stroke-width",
                "3",
                "paint-order",
                "stroke");
    }

    private static void node(Svg svg, ActivityStats activity, NodeText text, Layout.Box box) {
        svg.open("g", "class", "node").titled(describe(activity));
        svg.mark(
                "rect",
                "x",
                at(box.x()),
                "y",
                at(box.y()),
                "width",
                at(box.width()),
                "height",
                at(box.height()),
                "rx",
                "6",
                "fill",
                "#fff",
                "stroke",
                "#59636e",
                "stroke-width",
                "1.2");
        double y = box.y() + LINE + 3;
        for (String line : text.lines()) {
            svg.label(
                    line,
                    "class",
                    "node-name",
                    "x",
                    at(box.centreX()),
                    "y",
                    at(y),
                    "text-anchor",
                    "middle",
                    "font-size",
                    "12.5",
                    "font-weight",
                    "600",
                    "fill",
                    INK);
            y += LINE;
        }
        svg.label(
                stats(activity),
                "class",
                "node-stats",
                "x",
                at(box.centreX()),
                "y",
                at(y),
                "text-anchor",
                "middle",
                "font-size",
                "11",
                "fill",
                "#4d5761");
        svg.close();
    }

    private static void terminal(Svg svg, Layout.Box box, String name, String title) {
        svg.open("g", "class", "terminal " + name).titled(title);
        svg.mark(
                "circle",
                "cx",
                at(box.centreX()),
                "cy",
                at(box.centreY()),
                "r",
                at(TERMINAL / 2 - 1),
                "fill",
                "#fff",
                "stroke",
                "#59636e",
                "stroke-width",
                "end".equals(name) ? "4" : "1.5");
        if ("start".equals(name)) {
            svg.mark(
                    "path",
                    "class",
                    "terminal-sign",
                    "d",
                    "M" + at(box.centreX() - 3) + " " + at(box.centreY() - 4.5) + " l8 4.5 l-8 4.5 Z",
                    "fill",
                    "#59636e");
        }
        svg.close();
    }

    private static String label(MapEdge drawn) {
        String n = Figures.count(drawn.edge().n());

        return drawn.bottleneck() ? n + " · " + Figures.duration(drawn.edge().p50Us()) : n;
    }

    private static String stats(ActivityStats activity) {
        long rework = activity.selfLoops() + activity.repetitions();
        String n = "n " + Figures.count(activity.executions());

        return rework == 0 ? n : n + " · rework " + Figures.share(rework, activity.executions());
    }

    private static String describe(ActivityStats activity) {
        return Words.name(activity.activity()) + ": " + Figures.count(activity.executions()) + " executions, "
                + Figures.count(activity.selfLoops() + activity.repetitions()) + " of them rework in "
                + Figures.count(activity.reworkCases()) + " cases; " + Figures.count(activity.starts())
                + " cases start and " + Figures.count(activity.ends()) + " end here";
    }

    private static String describe(MapEdge drawn) {
        String rank = drawn.bottleneck() ? "Bottleneck " + drawn.bottleneckRank() + ": " : "";

        return rank + Words.name(drawn.edge().from()) + " → "
                + Words.name(drawn.edge().to()) + ": "
                + Figures.count(drawn.edge().n()) + " times in "
                + Figures.count(drawn.edge().cases()) + " cases, median "
                + Figures.duration(drawn.edge().p50Us()) + ", 90th percentile "
                + Figures.duration(drawn.edge().p90Us());
    }
}
