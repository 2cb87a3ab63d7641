package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.jobs.report.text.PageFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A weekly series with its natural process limits.
 *
 * <p>Weeks that take part in tests are filled dots joined by a line, or diamonds where they lie beyond a limit. Any other, not
 * over or at an edge of the extract, is a pale ring of dashes that no line reaches. The limits are dashed lines with their
 * figure beside them, in steps where each week has its own; the first week of a shift is a dotted upright line with its
 * date.
 */
public final class TrendChart {
    private static final double HEIGHT = 230;
    private static final double TOP = 28;
    private static final double RIGHT = 84;
    private static final double INSET = 10;
    private static final int MOST_DATES = 6;
    /** Of the largest type that the style sheet sets, with what keeps two lines of it apart. */
    private static final double LABEL_HEIGHT = 20;

    private static final String LIMIT = "#7a8590";
    private static final String SLOW = "#b3420b";

    private final Svg svg;
    private final WeekAxis weeks;
    private final List<LimitLine> limits;
    private final Unit unit;
    private final PlotArea plot;

    private TrendChart(WeekAxis weeks, Unit unit, Optional<ControlLimits> limits, String title) {
        List<LimitLine> drawn = limits.map(each -> LimitLine.of(each, weeks)).orElse(List.of());
        double least = drawn.stream().mapToDouble(LimitLine::least).reduce(weeks.least(), Math::min);
        double most = drawn.stream().mapToDouble(LimitLine::most).reduce(weeks.most(), Math::max);
        this.limits = drawn;
        this.weeks = weeks;
        this.unit = unit;
        this.svg = Svg.drawing("trend", PlotArea.WIDTH, HEIGHT, title);
        this.plot = new PlotArea(svg, Axis.over(least, most, unit), HEIGHT, TOP, RIGHT, INSET);
    }

    /** The chart; {@code shift} is the Monday from which a finding says that the figure is another. */
    public static String svg(
            List<SeriesPoint> series,
            Unit unit,
            Optional<ControlLimits> limits,
            Optional<LocalDate> shift,
            String title) {
        TrendChart chart = new TrendChart(new WeekAxis(series), unit, limits, title);
        chart.plot.grid();
        chart.dates();
        shift.ifPresent(chart::shift);
        chart.limits();
        chart.line();
        chart.points(limits);

        return chart.svg.end();
    }

    private void dates() {
        List<SeriesPoint> points = weeks.points();
        int every = Math.max(1, (points.size() + MOST_DATES - 1) / MOST_DATES);
        for (int i = 0; i < points.size(); i += every) {
            LocalDate week = points.get(i).week();
            boolean yearShown =
                    i == 0 || week.getYear() != points.get(i - every).week().getYear();
            String date = yearShown ? PageFigures.date(week) : PageFigures.day(week);
            if (i / every % 2 == 0) {
                plot.dateLabel(date, x(week), "middle");
            } else {
                plot.dateBetween(date, x(week));
            }
        }
    }

    private void shift(LocalDate from) {
        if (weeks.points().stream().noneMatch(point -> point.week().equals(from))) {
            return;
        }
        double x = x(from) - halfWeek();
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
                at(plot.bottom()),
                "stroke",
                SLOW,
                "stroke-width",
                "1.5",
                "stroke-dasharray",
                "2 3");
        svg.label(
                "shift, " + PageFigures.day(from),
                "class",
                "shift-label",
                "x",
                at(late ? x - 5 : x + 5),
                "y",
                at(TOP - 12),
                "text-anchor",
                late ? "end" : "start",
                "font-size",
                "11",
                "fill",
                SLOW);
    }

    private void limits() {
        double[] wanted = limits.stream()
                .mapToDouble(limit -> plot.y(limit.latest().doubleValue()))
                .toArray();
        double[] labels = LabelSpacing.apart(wanted, LABEL_HEIGHT, TOP, plot.bottom());
        for (int i = 0; i < limits.size(); i++) {
            LimitLine limit = limits.get(i);
            if (limit.isLevel()) {
                plot.level("limit", wanted[i], LIMIT, limit.dashes());
            }
            limit.steps().forEach(run -> plot.line("limit", steps(run, limit), LIMIT, "1", limit.dashes()));
            plot.named(limit.name(), PageFigures.value(limit.latest(), unit), labels[i] + 4);
        }
    }

    /** From half a week before each week to half a week after it. */
    private List<String> steps(List<SeriesPoint> run, LimitLine limit) {
        double half = halfWeek();
        List<String> spots = new ArrayList<>();
        for (SeriesPoint week : run) {
            double x = x(week.week());
            String y = at(plot.y(limit.of(week).doubleValue()));
            spots.add(at(x - half) + " " + y);
            spots.add(at(x + half) + " " + y);
        }
        return spots;
    }

    private double halfWeek() {
        return (plot.end() - plot.left()) / Math.max(1, weeks.span() - 1) / 2;
    }

    private void line() {
        for (List<SeriesPoint> run : weeks.runs()) {
            List<String> spots = run.stream()
                    .map(point -> at(x(point.week())) + " " + at(y(point)))
                    .toList();
            plot.line("line", spots, "none");
        }
    }

    private void points(Optional<ControlLimits> drawn) {
        for (SeriesPoint point : weeks.measured()) {
            double x = x(point.week());
            double y = y(point);
            boolean beyond = drawn.filter(each -> each.exclude(point)).isPresent();
            if (!point.takesPart()) {
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
                        PlotArea.LINE,
                        "stroke-width",
                        "1.5",
                        "stroke-opacity",
                        "0.6",
                        "stroke-dasharray",
                        "2 1.5");
            } else if (beyond) {
                svg.open(
                        "path",
                        "class",
                        "beyond",
                        "d",
                        "M" + at(x) + " " + at(y - 6) + " L" + at(x + 6) + " " + at(y) + " L" + at(x) + " " + at(y + 6)
                                + " L" + at(x - 6) + " " + at(y) + " Z",
                        "fill",
                        SLOW);
            } else {
                svg.open("circle", "class", "dot", "cx", at(x), "cy", at(y), "r", "3", "fill", PlotArea.LINE);
            }
            svg.titled(
                    "Week of " + PageFigures.date(point.week()) + ": " + PageFigures.value(point.value(), unit) + ", n "
                            + PageFigures.count(point.n()) + (point.takesPart() ? "" : ", not complete")
                            + (point.lower() == null
                                    ? ""
                                    : ", limits " + PageFigures.value(point.lower(), unit) + " to "
                                            + PageFigures.value(point.upper(), unit))
                            + (beyond ? ", beyond a limit" : ""));
            svg.close();
        }
    }

    private double x(LocalDate week) {
        return plot.x(weeks.place(week));
    }

    private double y(SeriesPoint point) {
        return plot.y(point.value().doubleValue());
    }
}
