package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.jobs.report.chart.IntervalBar;
import java.util.List;

/**
 * The shares of operations within each latency bound on the last end day, as a table with bars.
 *
 * @param figures each bound day by day, of those that have more than the last day
 */
record Distribution(List<Row> rows, List<FigureView> figures) {
    record Row(String within, String share, String interval, String bar, boolean lowPrecision) {}

    /** @param series for each bound its rows, oldest first */
    static Distribution of(List<List<WindowRow>> series, Withheld ifAbsent) {
        return new Distribution(
                series.stream()
                        .map(rows -> rows.get(rows.size() - 1))
                        .filter(FigureView::shown)
                        .map(Distribution::row)
                        .toList(),
                series.stream()
                        .filter(rows -> rows.size() > 1)
                        .map(rows -> FigureView.of(rows, ifAbsent))
                        .toList());
    }

    private static Row row(WindowRow row) {
        String within = BoundNames.name(row.key());
        String share = FigureView.value(row);
        String interval = FigureView.interval(row);

        return new Row(
                within,
                share,
                interval,
                IntervalBar.svg(
                        row.value(), row.ciLow(), row.ciHigh(), within + ": " + share + ", 95 % interval " + interval),
                row.precision() == Precision.LOW_PRECISION);
    }
}
