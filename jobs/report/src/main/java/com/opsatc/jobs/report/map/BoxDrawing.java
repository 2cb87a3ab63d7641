package com.opsatc.jobs.report.map;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.jobs.report.chart.Svg;

/** Draws boxes: activities, and where cases start and end. */
record BoxDrawing(Svg svg) {
    static final double LINE = 16;
    static final double TERMINAL = 20;
    private static final String INK = "#1c2126";
    private static final String QUIET = "#59636e";

    void activity(ActivityStats activity, NodeText text, Layout.Box box) {
        svg.open("g", "class", "node").titled(MapText.describe(activity));
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
                QUIET,
                "stroke-width",
                "1.2");
        words(activity, text, box);
        svg.close();
    }

    void start(Layout.Box box) {
        terminal(box, "start", "Cases start here", "1.5");
        svg.mark(
                "path",
                "class",
                "terminal-sign",
                "d",
                "M" + at(box.centreX() - 3) + " " + at(box.centreY() - 4.5) + " l8 4.5 l-8 4.5 Z",
                "fill",
                QUIET);
        svg.close();
    }

    void end(Layout.Box box) {
        terminal(box, "end", "Cases end here", "4");
        svg.close();
    }

    private void words(ActivityStats activity, NodeText text, Layout.Box box) {
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
                MapText.stats(activity),
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
    }

    private void terminal(Layout.Box box, String name, String title, String strokeWidth) {
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
                QUIET,
                "stroke-width",
                strokeWidth);
    }
}
