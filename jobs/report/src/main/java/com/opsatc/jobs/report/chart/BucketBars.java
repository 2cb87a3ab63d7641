package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.jobs.report.text.PageFigures;
import java.util.Collections;
import java.util.List;

/** Counts in buckets of growing width, as bars of equal width over their names. */
public final class BucketBars {
    private static final double BAR = 40;
    private static final double GAP = 4;
    private static final double PLOT = 96;
    private static final double TOP = 18;
    private static final double BOTTOM = 22;

    private BucketBars() {}

    /**
     * @param counts one for each bucket
     * @param buckets their names, as many as counts
     */
    public static String svg(List<Long> counts, List<String> buckets, String title) {
        if (counts.size() != buckets.size()) {
            throw new IllegalArgumentException(
                    "Invalid bars: " + counts.size() + " counts for " + buckets.size() + " buckets");
        }

        Svg svg = Svg.drawing("buckets", counts.size() * (BAR + GAP), TOP + PLOT + BOTTOM, title);
        long most = counts.isEmpty() ? 1 : Math.max(1, Collections.max(counts));
        for (int i = 0; i < counts.size(); i++) {
            bar(svg, i, counts.get(i), most, buckets.get(i));
        }

        return svg.end();
    }

    private static void bar(Svg svg, int place, long count, long most, String bucket) {
        double x = place * (BAR + GAP);
        double height = count == 0 ? 0 : Math.max(1, PLOT * count / most);
        svg.open(
                "rect",
                "class",
                "bucket",
                "x",
                at(x),
                "y",
                at(TOP + PLOT - height),
                "width",
                at(BAR),
                "height",
                at(height),
                "fill",
                "#7a5a12");
        svg.titled(bucket + ": " + PageFigures.count(count)).close();
        if (count > 0) {
            label(svg, PageFigures.count(count), x, TOP + PLOT - height - 4, "bucket-count");
        }
        label(svg, bucket, x, TOP + PLOT + 14, "axis");
    }

    private static void label(Svg svg, String text, double x, double y, String kind) {
        svg.label(
                text,
                "class",
                kind,
                "x",
                at(x + BAR / 2),
                "y",
                at(y),
                "text-anchor",
                "middle",
                "font-size",
                "10.5",
                "fill",
                "#545e68");
    }
}
