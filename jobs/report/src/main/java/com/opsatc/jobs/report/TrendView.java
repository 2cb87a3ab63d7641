package com.opsatc.jobs.report;

import com.opsatc.contract.Finding;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.SeriesPoint;
import com.opsatc.jobs.report.chart.TrendChart;
import com.opsatc.jobs.report.chart.XmrLimits;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;
import java.util.Optional;

/** A KPI week by week: a title that says what is seen, the chart, what its limits rest on, and the table behind it. */
record TrendView(String title, String svg, String note, List<Week> weeks, String cut, CsvLink csv) {
    /** Five years: longer series keep their latest weeks. */
    private static final int MOST_WEEKS = 260;

    record Week(String monday, String value, String n, String note) {}

    /** The trend; empty where fewer than two weeks have a value. */
    static Optional<TrendView> of(KpiValue kpi, List<Finding> findings, CsvTables csv) {
        List<SeriesPoint> all = kpi.series();
        List<SeriesPoint> series = all.subList(Math.max(0, all.size() - MOST_WEEKS), all.size());
        if (series.stream().filter(point -> point.value() != null).count() < 2) {
            return Optional.empty();
        }

        Optional<Shift> shift = Shift.of(kpi, findings);
        List<SeriesPoint> before = shift.map(found -> series.stream()
                        .filter(point -> point.week().isBefore(found.from()))
                        .toList())
                .orElse(series);
        Optional<XmrLimits> limits = XmrLimits.of(before);
        String title = title(kpi, series, limits, shift);

        return Optional.of(new TrendView(
                title,
                TrendChart.svg(series, kpi.unit(), limits, shift.map(Shift::from), title),
                note(limits, shift.isPresent(), series),
                series.stream().map(point -> week(point, kpi, limits)).toList(),
                all.size() > MOST_WEEKS ? "The latest " + MOST_WEEKS + " of " + all.size() + " weeks." : null,
                csv.weeks(kpi, series)));
    }

    private static String title(
            KpiValue kpi, List<SeriesPoint> series, Optional<XmrLimits> limits, Optional<Shift> shift) {
        String name = Words.name(kpi.title());
        if (shift.isPresent()) {
            Shift found = shift.get();
            String moved = found.measuredBothSides()
                    ? " went from " + Figures.value(found.before(), kpi.unit()) + " to "
                            + Figures.value(found.after(), kpi.unit())
                    : " shifted";

            return name + moved + " in the week of " + Figures.date(found.from());
        }
        long full = series.stream().filter(XmrLimits::counts).count();

        if (full < Shift.FEWEST_WEEKS) {
            return name + ": too few full weeks to judge";
        }

        long beyond = limits.map(drawn -> drawn.beyond(series)).orElse(0L);
        return name + ": no lasting shift found in " + full + " full weeks"
                + (beyond == 0 ? "" : ", " + beyond + " of them beyond the natural limits");
    }

    private static String note(Optional<XmrLimits> limits, boolean shifted, List<SeriesPoint> series) {
        boolean partial = series.stream().anyMatch(point -> point.partial() && point.value() != null);
        String hollow = partial ? " Hollow dots are partial weeks; no limit or line uses them." : "";
        if (limits.isEmpty()) {
            return "Natural limits (XmR) need " + XmrLimits.FEWEST_WEEKS + " full weeks"
                    + (shifted ? " before the shift." : ".") + hollow;
        }
        XmrLimits drawn = limits.get();
        long beyond = drawn.beyond(series);

        return "Natural limits (XmR, mean ± 2.66 mean moving range) from " + drawn.weeks() + " full weeks"
                + (shifted ? " before the shift; " : "; ")
                + (beyond == 0 ? "no week lies beyond them." : beyond + " beyond them, drawn as diamonds.") + hollow;
    }

    private static Week week(SeriesPoint point, KpiValue kpi, Optional<XmrLimits> limits) {
        boolean beyond =
                limits.isPresent() && XmrLimits.counts(point) && limits.get().excludes(point.value());

        return new Week(
                point.week().toString(),
                point.value() == null ? "–" : Figures.value(point.value(), kpi.unit()),
                Figures.count(point.n()),
                point.partial() ? "partial" : beyond ? "beyond a limit" : point.value() == null ? "no members" : "");
    }
}
