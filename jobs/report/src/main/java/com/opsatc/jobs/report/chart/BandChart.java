package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.text.PageFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A daily figure as a line in the band of its intervals.
 *
 * <p>Where the figure is uncertain the line is dashed and the band paler; days without a figure are hatched. The last day
 * has a dot, filled when it is certain. An interval that reaches beyond the axis is cut at its end.
 */
public final class BandChart {
    private static final double HEIGHT = 210;
    private static final double TOP = 12;
    private static final double RIGHT = 18;
    private static final double INSET = 4;
    private static final double HATCH = 7;
    private static final int MOST_DATES = 4;

    private final Svg svg;
    private final BandDays days;
    private final PlotArea plot;

    private BandChart(BandDays days, Unit unit, String title) {
        this.days = days;
        this.svg = Svg.drawing("band-chart", PlotArea.WIDTH, HEIGHT, title);
        this.plot = new PlotArea(svg, Axis.over(days.least(), days.most(), unit), HEIGHT, TOP, RIGHT, INSET);
    }

    /** The chart of at least one day, oldest first; {@code title} is what a screen reader says in its stead. */
    public static String svg(List<BandPoint> points, Unit unit, String title) {
        BandChart chart = new BandChart(new BandDays(points), unit, title);
        chart.plot.grid();
        chart.dates();
        chart.days.gaps().forEach(chart::gap);
        chart.days.runs().forEach(chart::run);
        chart.lastDay();

        return chart.svg.end();
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
            plot.dateLabel(withYear ? PageFigures.date(day) : PageFigures.day(day), x(day), anchor);
        }
    }

    private void gap(BandDays.Gap gap) {
        double half = days.span() == 0 ? plot.end() : (plot.end() - plot.left()) / days.span() / 2;
        double from = Math.max(plot.left(), x(gap.from()) - half);
        double to = Math.min(plot.end(), x(gap.to()) + half);
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
                at(plot.bottom() - TOP),
                "fill",
                "#eceef0");
        svg.titled("Not shown: " + PageFigures.date(gap.from()) + " to " + PageFigures.date(gap.to()))
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
                    at(plot.bottom()),
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

        List<String> figures = spots(points, BandPoint::value);
        List<String> outline = spots(points, BandPoint::high);
        List<String> lower = spots(points, BandPoint::low);
        Collections.reverse(lower);
        outline.addAll(lower);
        svg.mark(
                "path",
                "class",
                "band" + kind,
                "d",
                PlotArea.through(outline) + " Z",
                "fill",
                PlotArea.LINE,
                "fill-opacity",
                run.uncertain() ? "0.10" : "0.20");
        plot.line("line" + kind, figures, run.uncertain() ? "4 3" : "none");
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
                at(y(point.low())),
                "y2",
                at(y(point.high())),
                "stroke",
                PlotArea.LINE,
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
                at(y(last.value())),
                "r",
                "3.6",
                "fill",
                last.uncertain() ? "#fff" : PlotArea.LINE,
                "stroke",
                PlotArea.LINE,
                "stroke-width",
                "1.6");
    }

    private List<String> spots(List<BandPoint> points, Function<BandPoint, BigDecimal> figure) {
        return points.stream()
                .map(point -> at(x(point.day())) + " " + at(y(figure.apply(point))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private double x(LocalDate day) {
        return plot.x(days.place(day));
    }

    private double y(BigDecimal value) {
        return plot.y(value.doubleValue());
    }
}
