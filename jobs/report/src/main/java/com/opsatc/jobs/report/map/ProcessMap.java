package com.opsatc.jobs.report.map;

import com.opsatc.jobs.report.chart.Svg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The process map as SVG: boxes are activities, lines are transitions, wider where more frequent.
 *
 * <p>A marked bottleneck is told by its dashes, its width and a numbered badge, so that nothing rests on colour. Names are
 * wrapped and cut in the boxes; the whole name is in the title of the box.
 */
public final class ProcessMap {
    /** Plain type of 11 px beside the bold type of names. */
    private static final double SMALL = 0.82;

    /** A drawing wider than the page is fitted to it where its type stays legible, and scrolls where not. */
    private static final double PAGE = 1_100;

    private static final double FITS = 1_500;

    private final String id;
    private final MapGraph graph;
    private final List<NodeText> texts;
    private final Layout layout;
    private final long mostFrequent;

    private ProcessMap(String id, MapGraph graph) {
        this.id = id;
        this.graph = graph;
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
                    SMALL * NodeText.width(MapText.stats(graph.activities().get(i))));
            nodes.add(new Layout.Node(
                    Math.max(96, width + 20),
                    26 + BoxDrawing.LINE * text.lines().size(),
                    Layout.Pin.NONE));
        }
        nodes.add(new Layout.Node(BoxDrawing.TERMINAL, BoxDrawing.TERMINAL, Layout.Pin.FIRST));
        nodes.add(new Layout.Node(BoxDrawing.TERMINAL, BoxDrawing.TERMINAL, Layout.Pin.LAST));

        return nodes;
    }

    private List<Layout.Link> links() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < graph.activities().size(); i++) {
            places.put(graph.activities().get(i).activity(), i);
        }
        List<Layout.Link> links = new ArrayList<>();
        for (MapEdge drawn : graph.edges()) {
            double badge = drawn.bottleneck() ? LineDrawing.BADGE_WIDTH : 0;
            double width = SMALL * NodeText.width(MapText.label(drawn)) + badge + 2 * LineDrawing.CAPTION_MARGIN;
            links.add(new Layout.Link(
                    places.get(drawn.edge().from()),
                    places.get(drawn.edge().to()),
                    width,
                    drawn.bottleneck() ? 2 * LineDrawing.BADGE_RADIUS + 2 : 13,
                    1 + (int) (999 * drawn.edge().n() / mostFrequent)));
        }
        int start = graph.activities().size();
        int end = start + 1;
        graph.entries().forEach(entry -> links.add(new Layout.Link(start, places.get(entry), 1, 1, 1)));
        graph.exits().forEach(exit -> links.add(new Layout.Link(places.get(exit), end, 1, 1, 1)));

        return links;
    }

    private String draw(String title) {
        Svg svg = Svg.drawing(
                layout.width() > PAGE && layout.width() <= FITS ? "map fit" : "map",
                layout.width(),
                layout.height(),
                title);
        LineDrawing lines = new LineDrawing(svg, id, mostFrequent);
        lines.arrowheads();
        int transitions = graph.edges().size();
        layout.routes().stream().skip(transitions).forEach(lines::terminal);
        for (int i = transitions - 1; i >= 0; i--) {
            lines.transition(graph.edges().get(i), layout.routes().get(i));
        }
        for (int i = 0; i < transitions; i++) {
            lines.caption(graph.edges().get(i), layout.routes().get(i).label());
        }
        boxes(new BoxDrawing(svg));

        return svg.end();
    }

    private void boxes(BoxDrawing boxes) {
        int activities = texts.size();
        for (int i = 0; i < activities; i++) {
            boxes.activity(
                    graph.activities().get(i), texts.get(i), layout.boxes().get(i));
        }
        boxes.start(layout.boxes().get(activities));
        boxes.end(layout.boxes().get(activities + 1));
    }
}
