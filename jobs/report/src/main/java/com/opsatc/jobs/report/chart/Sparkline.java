package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.figure.SeriesPoint;
import java.util.List;

/**
 * A weekly series as a line of a word's height: shape only, the figures stand in the trend's table.
 *
 * <p>Weeks that take part in tests are joined, the last of them is marked; any other is a hollow dot that no line reaches. The result
 * is empty text with fewer than two measured weeks.
 */
public final class Sparkline {
    private static final double WIDTH = 160;
    private static final double HEIGHT = 36;
    private static final double EDGE = 4;

    private Sparkline() {}

    public static String svg(List<SeriesPoint> series, String title) {
        WeekAxis weeks = new WeekAxis(series);
        if (weeks.measured().size() < 2) {
            return "";
        }

        Svg svg = Svg.drawing("sparkline", WIDTH, HEIGHT, title);
        for (List<SeriesPoint> run : weeks.runs()) {
            StringBuilder path = new StringBuilder();
            for (SeriesPoint point : run) {
                path.append(path.length() == 0 ? "M" : " L")
                        .append(x(weeks, point))
                        .append(' ')
                        .append(y(weeks, point));
            }
            svg.mark(
                    "path",
                    "class",
                    "line",
                    "d",
                    path.toString(),
                    "fill",
                    "none",
                    "stroke",
                    "#1f5f8b",
                    "stroke-width",
                    "1.5",
                    "stroke-linecap",
                    "round",
                    "stroke-linejoin",
                    "round");
        }
        for (SeriesPoint point : weeks.measured()) {
            if (!point.takesPart()) {
                svg.mark(
                        "circle",
                        "class",
                        "hollow",
                        "cx",
                        x(weeks, point),
                        "cy",
                        y(weeks, point),
                        "r",
                        "2.2",
                        "fill",
                        "#fff",
                        "stroke",
                        "#1f5f8b",
                        "stroke-width",
                        "1.2");
            }
        }
        weeks.measured().stream()
                .filter(SeriesPoint::takesPart)
                .reduce((first, second) -> second)
                .ifPresent(last -> svg.mark(
                        "circle",
                        "class",
                        "dot",
                        "cx",
                        x(weeks, last),
                        "cy",
                        y(weeks, last),
                        "r",
                        "2.6",
                        "fill",
                        "#1f5f8b"));

        return svg.end();
    }

    private static String x(WeekAxis weeks, SeriesPoint point) {
        return at(EDGE + weeks.place(point.week()) * (WIDTH - 2 * EDGE));
    }

    private static String y(WeekAxis weeks, SeriesPoint point) {
        double range = weeks.most() - weeks.least();
        double place = range == 0 ? 0.5 : (point.value().doubleValue() - weeks.least()) / range;

        return at(HEIGHT - EDGE - place * (HEIGHT - 2 * EDGE));
    }
}
