package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.SeriesPoint;
import com.opsatc.contract.Unit;
import com.opsatc.jobs.report.text.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A weekly series with its natural process limits.
 *
 * <p>Full weeks are filled dots joined by a line; a partial week is a hollow dot that no line reaches; a full week
 * beyond a limit is a diamond. The limits are dashed lines with their figure beside them; the first week of a shift is a
 * dotted upright line with its date.
 */
public final class TrendChart {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 230;
    private static final double LEFT = 58;
    private static final double RIGHT = 84;
    private static final double TOP = 22;
    private static final double BOTTOM = 30;
    private static final int MOST_DATES = 6;
    private static final String INK = "#4d5761";
    private static final String LINE = "#1f5f8b";

    private final Svg svg;
    private final Weeks weeks;
    private final Unit unit;
    private final Axis axis;

    private TrendChart(Weeks weeks, Unit unit, Optional<XmrLimits> limits, String title) {
        double least =
                Math.min(weeks.least(), limits.map(l -> l.lower().doubleValue()).orElse(weeks.least()));
        double most =
                Math.max(weeks.most(), limits.map(l -> l.upper().doubleValue()).orElse(weeks.most()));
        this.weeks = weeks;
        this.unit = unit;
        this.axis = Axis.over(least, most, unit);
        this.svg = Svg.drawing("trend", WIDTH, HEIGHT, title);
    }

    /** The chart; {@code shift} is the Monday from which a finding says that the figure is another. */
    public static String svg(
            List<SeriesPoint> series, Unit unit, Optional<XmrLimits> limits, Optional<LocalDate> shift, String title) {
        TrendChart chart = new TrendChart(new Weeks(series), unit, limits, title);
        chart.grid();
        chart.dates();
        shift.ifPresent(chart::shift);
        limits.ifPresent(chart::limits);
        chart.line();
        chart.points(limits);

        return chart.svg.end();
    }

    private void grid() {
        for (Axis.Tick tick : axis.ticks()) {
            double y = y(tick.place());
            svg.mark(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    at(LEFT),
                    "x2",
                    at(WIDTH - RIGHT),
                    "y1",
                    at(y),
                    "y2",
                    at(y),
                    "stroke",
                    "#e3e6ea");
            svg.label(
                    tick.label(),
                    "class",
                    "axis",
                    "x",
                    at(LEFT - 8),
                    "y",
                    at(y + 4),
                    "text-anchor",
                    "end",
                    "font-size",
                    "11",
                    "fill",
                    INK);
        }
    }

    private void dates() {
        List<SeriesPoint> points = weeks.points();
        int every = Math.max(1, (points.size() + MOST_DATES - 1) / MOST_DATES);
        for (int i = 0; i < points.size(); i += every) {
            LocalDate week = points.get(i).week();
            boolean yearShown =
                    i == 0 || week.getYear() != points.get(i - every).week().getYear();
            svg.label(
                    yearShown ? Figures.date(week) : Figures.day(week),
                    "class",
                    "axis",
                    "x",
                    at(x(week)),
                    "y",
                    at(HEIGHT - 10),
                    "text-anchor",
                    "middle",
                    "font-size",
                    "11",
                    "fill",
                    INK);
        }
    }

    private void shift(LocalDate from) {
        if (weeks.points().stream().noneMatch(point -> point.week().equals(from))) {
            return;
        }
        double x = x(from) - (WIDTH - LEFT - RIGHT) / Math.max(1, weeks.span() - 1) / 2;
        boolean late = weeks.place(from) > 0.6;
        svg.mark(
                "line",
                "class",
                "shift",
                "x1",
                at(x),
                "x2",
                at(x),
                "y1",
                at(TOP - 8),
                "y2",
                at(HEIGHT - BOTTOM),
                "stroke",
                "#b3420b",
                "stroke-width",
                "1.5",
                "stroke-dasharray",
                "2 3");
        svg.label(
                "shift, " + Figures.day(from),
                "class",
                "shift-label",
                "x",
                at(late ? x - 5 : x + 5),
                "y",
                at(TOP - 10),
                "text-anchor",
                late ? "end" : "start",
                "font-size",
                "11",
                "fill",
                "#b3420b");
    }

    private void limits(XmrLimits limits) {
        limit("upper", limits.upper(), "5 4");
        limit("mean", limits.mean(), "1 0");
        limit("lower", limits.lower(), "5 4");
    }

    private void limit(String name, BigDecimal value, String dashes) {
        double y = y(axis.place(value.doubleValue()));
        svg.mark(
                "line",
                "class",
                "limit",
                "x1",
                at(LEFT),
                "x2",
                at(WIDTH - RIGHT),
                "y1",
                at(y),
                "y2",
                at(y),
                "stroke",
                "#7a8590",
                "stroke-dasharray",
                dashes);
        svg.label(
                name + " " + Figures.value(value, unit),
                "class",
                "axis",
                "x",
                at(WIDTH - RIGHT + 6),
                "y",
                at(y + 4),
                "font-size",
                "11",
                "fill",
                INK);
    }

    private void line() {
        for (List<SeriesPoint> run : weeks.runs()) {
            StringBuilder path = new StringBuilder();
            for (SeriesPoint point : run) {
                path.append(path.length() == 0 ? "M" : " L")
                        .append(at(x(point.week())))
                        .append(' ')
                        .append(at(y(point)));
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
                    LINE,
                    "stroke-width",
                    "1.8",
                    "stroke-linejoin",
                    "round");
        }
    }

    private void points(Optional<XmrLimits> limits) {
        for (SeriesPoint point : weeks.measured()) {
            double x = x(point.week());
            double y = y(point);
            boolean beyond = limits.isPresent()
                    && XmrLimits.counts(point)
                    && limits.get().excludes(point.value());
            if (point.partial()) {
                svg.open(
                        "circle",
                        "class",
                        "hollow",
                        "cx",
                        at(x),
                        "cy",
                        at(y),
                        "r",
                        "3.4",
                        "fill",
                        "#fff",
                        "stroke",
                        LINE,
                        "stroke-width",
                        "1.5");
            } else if (beyond) {
                svg.open(
                        "path",
                        "class",
                        "beyond",
                        "d",
                        "M" + at(x) + " " + at(y - 6) + " L" + at(x + 6) + " " + at(y) + " L" + at(x) + " " + at(y + 6)
                                + " L" + at(x - 6) + " " + at(y) + " Z",
                        "fill",
                        "#b3420b");
            } else {
                svg.open("circle", "class", "dot", "cx", at(x), "cy", at(y), "r", "3", "fill", LINE);
            }
            svg.titled("Week of " + Figures.date(point.week()) + ": " + Figures.value(point.value(), unit) + ", n "
                    + Figures.count(point.n()) + (point.partial() ? ", partial week" : "")
                    + (beyond ? ", beyond a limit" : ""));
            svg.close();
        }
    }

    private double x(LocalDate week) {
        return LEFT + 10 + weeks.place(week) * (WIDTH - LEFT - RIGHT - 20);
    }

    private double y(SeriesPoint point) {
        return y(axis.place(point.value().doubleValue()));
    }

    private static double y(double place) {
        return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
    }
}
