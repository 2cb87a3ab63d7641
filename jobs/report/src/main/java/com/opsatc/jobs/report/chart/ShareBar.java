package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import java.math.BigDecimal;

/** A share as a bar beside its figure in a table; what lies outside 0 to 1 is held at the end. */
public final class ShareBar {
    private static final double WIDTH = 72;
    private static final double HEIGHT = 8;

    private ShareBar() {}

    public static String svg(BigDecimal share, String title) {
        double part = Math.min(1, Math.max(0, share.doubleValue()));
        Svg svg = Svg.drawing("bar", WIDTH, HEIGHT, title);
        svg.mark("rect", "class", "bar-whole", "width", at(WIDTH), "height", at(HEIGHT), "rx", "2", "fill", "#e3e6ea");
        svg.mark(
                "rect",
                "class",
                "bar-part",
                "width",
                at(part * WIDTH),
                "height",
                at(HEIGHT),
                "rx",
                "2",
                "fill",
                "#1f5f8b");

        return svg.end();
    }
}
