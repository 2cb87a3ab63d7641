package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.jobs.report.chart.BandChart;
import com.opsatc.jobs.report.chart.BandPoint;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * One figure of a window: its latest value with its interval, the line of end days in its band, and the table behind it.
 *
 * @param value null when nothing can be said of the last end day; {@code withheld} then says why
 */
record FigureView(
        String title,
        String meaning,
        String value,
        String interval,
        boolean lowPrecision,
        Withheld withheld,
        String released,
        String chartTitle,
        String svg,
        List<Day> days,
        String cut) {
    /** A quarter: longer series keep their latest end days. */
    private static final int MOST_DAYS = 91;

    record Day(String day, String value, String interval, String note) {}

    /** The figure of rows that differ in their end day only, oldest first, at least one. */
    static FigureView of(List<WindowRow> all, Withheld ifAbsent) {
        List<WindowRow> rows = all.subList(Math.max(0, all.size() - MOST_DAYS), all.size());
        WindowRow last = rows.get(rows.size() - 1);
        boolean any = rows.stream().anyMatch(FigureView::shown);
        String title = title(last);
        String chartTitle = chartTitle(title, rows);

        return new FigureView(
                title,
                Metric.of(last.metric()).map(Metric::meaning).orElse(""),
                shown(last) ? value(last) : null,
                shown(last) ? interval(last) : null,
                shown(last) && last.precision() == Precision.LOW_PRECISION,
                ifAbsent,
                last.daysReleased() + " of " + last.windowDays() + " days released",
                chartTitle,
                any ? BandChart.svg(points(rows), Measure.axis(last.unit()), chartTitle) : null,
                any ? rows.stream().map(FigureView::day).toList() : List.of(),
                all.size() > MOST_DAYS
                        ? "The latest " + MOST_DAYS + " of " + PageFigures.count(all.size()) + " end days."
                        : null);
    }

    boolean present() {
        return value != null;
    }

    static String value(WindowRow row) {
        return measure(row).text(row.value());
    }

    static String interval(WindowRow row) {
        return measure(row).range(row.ciLow(), row.ciHigh());
    }

    static boolean shown(WindowRow row) {
        return row.value() != null && row.precision() != Precision.SUPPRESSED;
    }

    private static Measure measure(WindowRow row) {
        return Measure.of(row.unit(), row.value(), row.ciLow(), row.ciHigh());
    }

    private static String title(WindowRow row) {
        String area = row.serviceArea().equals("all") ? "" : ", " + Words.name(row.serviceArea());
        String metric = Metric.of(row.metric()).map(Metric::title).orElse(Words.name(row.metric()));
        String key = row.key().isEmpty() ? "" : " " + keyText(row);

        return metric + key + area;
    }

    private static String keyText(WindowRow row) {
        return Metric.of(row.metric()).equals(Optional.of(Metric.LATENCY_SHARE_LE))
                ? BoundNames.name(row.key())
                : row.key().equals("_OTHER") ? "other features" : Words.name(row.key());
    }

    private static String chartTitle(String title, List<WindowRow> rows) {
        WindowRow first = rows.get(0);
        WindowRow last = rows.get(rows.size() - 1);
        String days = rows.size() == 1
                ? PageFigures.date(last.endDay())
                : PageFigures.date(first.endDay()) + " to " + PageFigures.date(last.endDay());

        return title + ", windows of " + last.windowDays() + " days that end on " + days + ", with 95 % intervals";
    }

    private static List<BandPoint> points(List<WindowRow> rows) {
        return rows.stream()
                .map(row -> shown(row)
                        ? new BandPoint(
                                row.endDay(),
                                row.value(),
                                row.ciLow(),
                                row.ciHigh(),
                                row.precision() == Precision.LOW_PRECISION)
                        : new BandPoint(row.endDay(), null, null, null, false))
                .toList();
    }

    private static Day day(WindowRow row) {
        if (!shown(row)) {
            return new Day(row.endDay().toString(), "–", "–", "not shown");
        }

        return new Day(
                row.endDay().toString(),
                value(row),
                interval(row),
                row.precision() == Precision.LOW_PRECISION ? "low precision" : "");
    }
}
