package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import java.math.BigDecimal;

/** A range from its lower to its upper end, on a scale from 0 to the greatest of those it is compared with. */
public final class RangeBar {
    private static final double WIDTH = 220;
    private static final double HEIGHT = 14;
    private static final double LEAST = 2;

    private RangeBar() {}

    /** @param greatest the end of the scale, above zero */
    public static String svg(BigDecimal low, BigDecimal high, BigDecimal greatest, String title) {
        double from = place(low, greatest);
        double to = Math.max(place(high, greatest), from + LEAST);
        Svg svg = Svg.drawing("bar", WIDTH + LEAST, HEIGHT, title);
        rect(svg, "bar-whole", 0, WIDTH, "#e3e6ea");
        rect(svg, "bar-part", from, to - from, "#1f5f8b");
        return svg.end();
    }

    private static void rect(Svg svg, String kind, double x, double width, String fill) {
        svg.mark(
                "rect",
                "class",
                kind,
                "x",
                at(x),
                "y",
                "3",
                "width",
                at(width),
                "height",
                at(HEIGHT - 6),
                "rx",
                "2",
                "fill",
                fill);
    }

    private static double place(BigDecimal value, BigDecimal greatest) {
        return greatest.signum() <= 0 ? 0 : Math.min(1, value.doubleValue() / greatest.doubleValue()) * WIDTH;
    }
}
