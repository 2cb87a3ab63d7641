package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.LimitMethod;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.jobs.report.chart.TrendChart;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.RoundingMode;
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

        Optional<KpiSignal> shift = KpiSignal.of(kpi, findings);
        Optional<ControlLimits> limits = Optional.ofNullable(kpi.limits());
        String title = title(kpi, shift);

        return Optional.of(new TrendView(
                title,
                TrendChart.svg(series, kpi.unit(), limits, shift.map(KpiSignal::from), title),
                note(kpi, shift.isPresent(), series),
                series.stream().map(point -> week(point, kpi)).toList(),
                all.size() > MOST_WEEKS ? "The latest " + MOST_WEEKS + " of " + all.size() + " weeks." : null,
                csv.weeks(kpi, series)));
    }

    private static String title(KpiValue kpi, Optional<KpiSignal> shift) {
        String name = Words.name(kpi.title());
        if (shift.isPresent()) {
            KpiSignal found = shift.get();
            String moved = found.measuredBothSides()
                    ? " went from " + PageFigures.value(found.before(), kpi.unit()) + " to "
                            + PageFigures.value(found.after(), kpi.unit())
                    : " shifted";

            return name + moved + " in the week of " + PageFigures.date(found.from());
        }
        long full = kpi.weeksTakingPart();

        if (full < KpiValue.FEWEST_WEEKS) {
            return name + ": too few full weeks to judge";
        }

        long beyond = kpi.weeksBeyondLimits();
        return name + ": no lasting shift found in " + full + " full weeks"
                + (beyond == 0 ? "" : ", " + beyond + " of them beyond the natural limits");
    }

    private static String note(KpiValue kpi, boolean shifted, List<SeriesPoint> series) {
        boolean incomplete = series.stream().anyMatch(point -> point.value() != null && !point.takesPart());
        String pale = incomplete
                ? " Pale rings are weeks that are not complete: not over, or at an edge of the extract, where cases began"
                        + " before it or could still be open. No limit or line uses them."
                : "";
        ControlLimits limits = kpi.limits();
        if (limits == null) {
            return without(kpi.aggregation() == Aggregation.SHARE, shifted) + pale;
        }
        long beyond = series.stream().filter(limits::exclude).count();

        return "Natural limits (" + how(limits) + ") from " + limits.weeks() + " full weeks"
                + (shifted ? " before the shift; " : "; ")
                + (beyond == 0 ? "no week lies beyond them." : beyond + " beyond them, drawn as diamonds.") + pale;
    }

    private static String without(boolean share, boolean shifted) {
        String weeks = ControlLimits.FEWEST_WEEKS + " full weeks" + (shifted ? " before the shift" : "");
        return share
                ? "Natural limits (p′) need " + weeks + ", and in them the rarer outcome as often as once a week."
                : "Natural limits (XmR) need " + weeks + ".";
    }

    private static String how(ControlLimits limits) {
        return limits.method() == LimitMethod.LANEY_P
                ? "p′ of Laney, by the size of each week; weeks vary "
                        + limits.dispersion().setScale(1, RoundingMode.HALF_UP).toPlainString()
                        + " times as much as chance alone would have them"
                : "XmR, mean ± 2.66 mean moving range";
    }

    private static Week week(SeriesPoint point, KpiValue kpi) {
        return new Week(
                point.week().toString(),
                point.value() == null ? "–" : PageFigures.value(point.value(), kpi.unit()),
                PageFigures.count(point.n()),
                note(point, kpi.limits()));
    }

    private static String note(SeriesPoint point, ControlLimits limits) {
        if (point.value() == null) {
            return "no members";
        }
        if (!point.takesPart()) {
            return "not complete";
        }

        return limits != null && limits.exclude(point) ? "beyond a limit" : "";
    }
}
