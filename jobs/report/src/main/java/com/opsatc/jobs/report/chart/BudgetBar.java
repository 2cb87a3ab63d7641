package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import java.math.BigDecimal;

/** A budget and what is spent of it: a bar from 0 to the ceiling with a mark at each whole step; more than all is held at the end. */
public final class BudgetBar {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 44;
    private static final double BAR = 22;
    private static final double INSET = 6;

    private BudgetBar() {}

    /** @param ceiling at least 1; a step of 1 is marked with its figure */
    public static String svg(BigDecimal spent, int ceiling, String title) {
        Svg svg = Svg.drawing("budget-bar", WIDTH, HEIGHT, title);
        double part = Math.min(1, Math.max(0, spent.doubleValue() / ceiling));
        rect(svg, "bar-whole", WIDTH - 2 * INSET, "#e3e6ea");
        rect(svg, "bar-part", part * (WIDTH - 2 * INSET), "#1f5f8b");
        for (int step = 0; step <= ceiling; step++) {
            double x = INSET + (WIDTH - 2 * INSET) * step / ceiling;
            svg.mark(
                    "line",
                    "class",
                    "step",
                    "x1",
                    at(x),
                    "x2",
                    at(x),
                    "y1",
                    at(BAR),
                    "y2",
                    at(BAR + 5),
                    "stroke",
                    "#808b96");
            svg.label(
                    Integer.toString(step),
                    "class",
                    "axis",
                    "x",
                    at(x),
                    "y",
                    at(HEIGHT - 4),
                    "text-anchor",
                    "middle",
                    "font-size",
                    "12",
                    "fill",
                    "#545e68");
        }

        return svg.end();
    }

    private static void rect(Svg svg, String kind, double width, String fill) {
        svg.mark(
                "rect",
                "class",
                kind,
                "x",
                at(INSET),
                "y",
                "2",
                "width",
                at(width),
                "height",
                at(BAR - 2),
                "rx",
                "3",
                "fill",
                fill);
    }
}
