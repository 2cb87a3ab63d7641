package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import java.util.List;

/**
 * The room of a chart over time, between its margins: where a value and a moment lie, the grid, and what the axes say.
 *
 * @param top margin above the plot, {@code right} margin beside it, in pixels
 * @param inset how far the first and the last moment keep from the edges
 */
record PlotArea(Svg svg, Axis axis, double height, double top, double right, double inset) {
    static final double WIDTH = 560;
    static final String LINE = "#1f5f8b";
    private static final double LEFT = 58;
    private static final double BOTTOM = 36;
    private static final String INK = "#4d5761";

    double left() {
        return LEFT;
    }

    double end() {
        return WIDTH - right;
    }

    double bottom() {
        return height - BOTTOM;
    }

    /** Where a moment lies, {@code place} being 0 for the first and 1 for the last. */
    double x(double place) {
        return LEFT + inset + place * (end() - LEFT - 2 * inset);
    }

    /** Where a value lies. */
    double y(double value) {
        return up(axis.place(value));
    }

    private double up(double place) {
        return bottom() - place * (bottom() - top);
    }

    void grid() {
        for (Axis.Tick tick : axis.ticks()) {
            double y = up(tick.place());
            level("grid", y, "#e3e6ea", "none");
            text(tick.label(), LEFT - 8, y + 4, "end");
        }
    }

    /** A line across the plot. */
    void level(String kind, double y, String stroke, String dashes) {
        svg.mark(
                "line",
                "class",
                kind,
                "x1",
                at(LEFT),
                "x2",
                at(end()),
                "y1",
                at(y),
                "y2",
                at(y),
                "stroke",
                stroke,
                "stroke-dasharray",
                dashes);
    }

    /** What stands below a moment. */
    void dateLabel(String date, double x, String anchor) {
        text(date, x, height - 10, anchor);
    }

    /** A date that the style sheet leaves out where there is little room. */
    void dateBetween(String date, double x) {
        text("axis date-between", date, x, height - 10, "middle");
    }

    /** A name and a figure beside the plot; where there is little room the style sheet leaves out the name. */
    void named(String name, String figure, double y) {
        svg.open(
                "text",
                "class",
                "axis",
                "x",
                at(end() + 6),
                "y",
                at(y),
                "text-anchor",
                "start",
                "font-size",
                "11",
                "fill",
                INK);
        svg.open("tspan", "class", "limit-name").words(name + " ").close();
        svg.words(figure).close();
    }

    void text(String text, double x, double y, String anchor) {
        text("axis", text, x, y, anchor);
    }

    private void text(String kind, String text, double x, double y, String anchor) {
        svg.label(text, "class", kind, "x", at(x), "y", at(y), "text-anchor", anchor, "font-size", "11", "fill", INK);
    }

    /** A line through spots, each written {@code x y}. */
    void line(String kind, List<String> spots, String dashes) {
        line(kind, spots, LINE, "1.8", dashes);
    }

    void line(String kind, List<String> spots, String stroke, String width, String dashes) {
        svg.mark(
                "path",
                "class",
                kind,
                "d",
                through(spots),
                "fill",
                "none",
                "stroke",
                stroke,
                "stroke-width",
                width,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                dashes);
    }

    static String through(List<String> spots) {
        return "M" + String.join(" L", spots);
    }
}
