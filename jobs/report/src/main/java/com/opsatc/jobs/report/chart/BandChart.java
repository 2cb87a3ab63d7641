package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.Unit;
import com.opsatc.jobs.report.text.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A daily figure as a line in the band of its intervals.
 *
 * <p>Where the figure is uncertain the line is dashed and the band paler; days without a figure are hatched. The last day
 * has a dot, filled when it is certain. An interval that reaches beyond the axis is cut at its end.
 */
public final class BandChart {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 210;
    private static final double LEFT = 58;
    private static final double RIGHT = 18;
    private static final double TOP = 12;
    private static final double BOTTOM = 30;
    private static final double HATCH = 7;
    private static final int MOST_DATES = 4;
    private static final String INK = "#545e68";
    private static final String LINE = "#1f5f8b";

    private final Svg svg;
    private final BandDays days;
    private final Axis axis;

    private BandChart(BandDays days, Unit unit, String title) {
        this.days = days;
        this.axis = Axis.over(days.least(), days.most(), unit);
        this.svg = Svg.drawing("band-chart", WIDTH, HEIGHT, title);
    }

    /** The chart of at least one day, oldest first; {@code title} is what a screen reader says in its stead. */
    public static String svg(List<BandPoint> points, Unit unit, String title) {
        BandChart chart = new BandChart(new BandDays(points), unit, title);
        chart.grid();
        chart.dates();
        chart.days.gaps().forEach(chart::gap);
        chart.days.runs().forEach(chart::run);
        chart.lastDay();

        return chart.svg.end();
    }

    private void grid() {
        for (Axis.Tick tick : axis.ticks()) {
            String y = at(y(tick.place()));
            svg.mark(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    at(LEFT),
                    "x2",
                    at(WIDTH - RIGHT),
                    "y1",
                    y,
                    "y2",
                    y,
                    "stroke",
                    "#e3e6ea");
            axisLabel(tick.label(), LEFT - 8, y(tick.place()) + 4, "end");
        }
    }

    /** The year stands with the first day, and with the last when it is another one. */
    private void dates() {
        LocalDate first = days.points().get(0).day();
        int labels = (int) Math.min(MOST_DATES, days.span() + 1);
        for (int i = 0; i < labels; i++) {
            boolean last = i > 0 && i == labels - 1;
            LocalDate day = first.plusDays(i == 0 ? 0 : days.span() * i / (labels - 1));
            boolean withYear = i == 0 || last && day.getYear() != first.getYear();
            String anchor = last ? "end" : i > 0 || labels == 1 ? "middle" : "start";
            axisLabel(withYear ? Figures.date(day) : Figures.day(day), x(day), HEIGHT - 9, anchor);
        }
    }

    private void axisLabel(String text, double x, double y, String anchor) {
        svg.label(text, "class", "axis", "x", at(x), "y", at(y), "text-anchor", anchor, "font-size", "11", "fill", INK);
    }

    private void gap(BandDays.Gap gap) {
        double half = days.span() == 0 ? WIDTH : (WIDTH - LEFT - RIGHT) / days.span() / 2;
        double from = Math.max(LEFT, x(gap.from()) - half);
        double to = Math.min(WIDTH - RIGHT, x(gap.to()) + half);
        svg.open(
                "rect",
                "class",
                "gap",
                "x",
                at(from),
                "y",
                at(TOP),
                "width",
                at(to - from),
                "height",
                at(HEIGHT - TOP - BOTTOM),
                "fill",
                "#eceef0");
        svg.titled("Not shown: " + Figures.date(gap.from()) + " to " + Figures.date(gap.to()))
                .close();
        hatch(from, to);
    }

    private void hatch(double from, double to) {
        for (double x = Math.ceil(from / HATCH) * HATCH; x < to; x += HATCH) {
            svg.mark(
                    "line",
                    "class",
                    "hatch",
                    "x1",
                    at(x),
                    "x2",
                    at(x),
                    "y1",
                    at(TOP),
                    "y2",
                    at(HEIGHT - BOTTOM),
                    "stroke",
                    "#c9ced3");
        }
    }

    private void run(BandDays.Run run) {
        String kind = run.uncertain() ? " uncertain" : "";
        List<BandPoint> points = run.points();
        if (points.size() == 1) {
            whisker(points.get(0), kind);
            return;
        }

        StringBuilder band = new StringBuilder(path(points, true));
        for (int i = points.size() - 1; i >= 0; i--) {
            band.append(" L")
                    .append(spot(points.get(i).day(), height(points.get(i).low())));
        }
        svg.mark(
                "path",
                "class",
                "band" + kind,
                "d",
                band.append(" Z").toString(),
                "fill",
                LINE,
                "fill-opacity",
                run.uncertain() ? "0.10" : "0.20");
        svg.mark(
                "path",
                "class",
                "line" + kind,
                "d",
                path(points, false),
                "fill",
                "none",
                "stroke",
                LINE,
                "stroke-width",
                "1.8",
                "stroke-dasharray",
                run.uncertain() ? "4 3" : "none");
    }

    private void whisker(BandPoint point, String kind) {
        String x = at(x(point.day()));
        svg.mark(
                "line",
                "class",
                "whisker" + kind,
                "x1",
                x,
                "x2",
                x,
                "y1",
                at(height(point.low())),
                "y2",
                at(height(point.high())),
                "stroke",
                LINE,
                "stroke-width",
                "5",
                "stroke-opacity",
                "0.3");
    }

    private void lastDay() {
        BandPoint last = days.points().get(days.points().size() - 1);
        if (!last.measured()) {
            return;
        }
        svg.mark(
                "circle",
                "class",
                last.uncertain() ? "hollow" : "dot",
                "cx",
                at(x(last.day())),
                "cy",
                at(height(last.value())),
                "r",
                "3.6",
                "fill",
                last.uncertain() ? "#fff" : LINE,
                "stroke",
                LINE,
                "stroke-width",
                "1.6");
    }

    private String path(List<BandPoint> points, boolean upper) {
        return points.stream()
                .map(point -> spot(point.day(), height(upper ? point.high() : point.value())))
                .collect(Collectors.joining(" L", "M", ""));
    }

    private String spot(LocalDate day, double y) {
        return at(x(day)) + " " + at(y);
    }

    private double x(LocalDate day) {
        return LEFT + 4 + days.place(day) * (WIDTH - LEFT - RIGHT - 8);
    }

    private double height(BigDecimal value) {
        return y(axis.place(value.doubleValue()));
    }

    private static double y(double place) {
        return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
    }
}
