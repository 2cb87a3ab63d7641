package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import java.math.BigDecimal;

/** A share as a bar with its interval as a whisker, beside its figure in a table; what lies outside 0 to 1 is held at the end. */
public final class IntervalBar {
    private static final double WIDTH = 160;
    private static final double HEIGHT = 12;

    private IntervalBar() {}

    public static String svg(BigDecimal share, BigDecimal low, BigDecimal high, String title) {
        Svg svg = Svg.drawing("bar", WIDTH, HEIGHT, title);
        rect(svg, "bar-whole", WIDTH, "#e3e6ea");
        rect(svg, "bar-part", place(share), "#1f5f8b");
        svg.mark(
                "path",
                "class",
                "bar-interval",
                "d",
                "M" + at(place(low)) + " 3 V9 M" + at(place(low)) + " 6 H" + at(place(high)) + " M" + at(place(high))
                        + " 3 V9",
                "fill",
                "none",
                "stroke",
                "#1b2126",
                "stroke-width",
                "1.4");

        return svg.end();
    }

    private static void rect(Svg svg, String kind, double width, String fill) {
        svg.mark(
                "rect", "class", kind, "y", "2", "width", at(width), "height", at(HEIGHT - 4), "rx", "2", "fill", fill);
    }

    private static double place(BigDecimal share) {
        return Math.min(1, Math.max(0, share.doubleValue())) * WIDTH;
    }
}
