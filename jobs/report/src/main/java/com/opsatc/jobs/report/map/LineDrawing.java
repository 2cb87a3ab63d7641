package com.opsatc.jobs.report.map;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.jobs.report.chart.Svg;

/**
 * Draws lines with their arrowheads and captions: transitions, wider where more frequent, and the ways from the start and
 * to the end.
 *
 * @param id what the ids of the arrowheads begin with
 * @param mostFrequent how often the most frequent drawn transition occurs
 */
record LineDrawing(Svg svg, String id, long mostFrequent) {
    static final double BADGE_RADIUS = 9;
    static final double BADGE_WIDTH = 2 * BADGE_RADIUS + 4;
    /** Keeps a caption clear of the widest line. */
    static final double CAPTION_MARGIN = 6;

    private static final String SLOW = "#b3420b";

    void arrowheads() {
        svg.open("defs");
        for (String[] arrow : new String[][] {{"arrow", "#5d6873"}, {"arrow-slow", SLOW}}) {
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

    void terminal(Layout.Route route) {
        svg.mark(
                "path",
                "class",
                "terminal-edge",
                "d",
                RoundedPath.of(route.points()),
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

    void transition(MapEdge drawn, Layout.Route route) {
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
                slow ? SLOW : "#7d8894",
                "stroke-width",
                at(slow ? Math.max(width, 3.5) : width),
                "stroke-dasharray",
                slow ? "9 4" : "1 0",
                "marker-end",
                arrow(slow ? "arrow-slow" : "arrow"));
        svg.titled(MapText.describe(drawn)).close();
    }

    void caption(MapEdge drawn, Layout.Box box) {
        double textX = box.x() + CAPTION_MARGIN;
        if (drawn.bottleneck()) {
            badge(drawn.bottleneckRank(), box);
            textX += BADGE_WIDTH;
        }
        svg.label(
                MapText.label(drawn),
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

    private void badge(int rank, Layout.Box box) {
        double cx = box.x() + CAPTION_MARGIN + BADGE_RADIUS;
        svg.mark(
                "circle", "class", "badge", "cx", at(cx), "cy", at(box.centreY()), "r", at(BADGE_RADIUS), "fill", SLOW);
        svg.label(
                Integer.toString(rank),
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
    }

    private String arrow(String kind) {
        return "url(#" + id + "-" + kind + ")";
    }
}
