package com.opsatc.process.finding;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.kernel.statistics.Xmr;
import com.opsatc.process.kpi.MeasuredKpi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The weeks of a KPI as charts show them: marked where they lie at an edge of the extract, as {@link Yardstick} says, and with
 * the natural limits of those that take part in tests.
 */
final class ControlChart {
    /** Shares are published in millionths. */
    private static final int RATIO_DECIMALS = 6;

    private ControlChart() {}

    /**
     * The KPI with its weeks marked and their limits; as it is where it is not measured, or no share and no median.
     *
     * @param shifted Monday from which on a finding says that the figure is another: limits are of the weeks before
     */
    static KpiValue of(MeasuredKpi kpi, Yardstick yardstick, Optional<LocalDate> shifted) {
        return kpi.members()
                .flatMap(members -> KpiSeries.comparable(kpi.value(), members.population(), yardstick))
                .map(weeks -> charted(kpi.value(), Set.copyOf(weeks.mondays()), shifted))
                .orElse(kpi.value());
    }

    private static KpiValue charted(KpiValue kpi, Set<LocalDate> tested, Optional<LocalDate> shifted) {
        List<SeriesPoint> series = kpi.series().stream()
                .map(point -> point.atEdge(!tested.contains(point.week())))
                .toList();
        List<SeriesPoint> baseline = series.stream()
                .filter(SeriesPoint::takesPart)
                .filter(point -> shifted.map(point.week()::isBefore).orElse(true))
                .toList();
        return kpi.charted(series, limits(baseline, kpi.unit()).orElse(null));
    }

    private static Optional<ControlLimits> limits(List<SeriesPoint> baseline, Unit unit) {
        int decimals = unit == Unit.RATIO ? RATIO_DECIMALS : 0;
        long[] figures = baseline.stream()
                .mapToLong(point -> point.value().movePointRight(decimals).longValueExact())
                .toArray();
        return Xmr.limits(figures)
                .map(limits -> new ControlLimits(
                        BigDecimal.valueOf(limits.centre(), decimals),
                        BigDecimal.valueOf(limits.lower(), decimals),
                        BigDecimal.valueOf(limits.upper(), decimals),
                        baseline.size(),
                        baseline.get(0).week(),
                        baseline.get(baseline.size() - 1).week()));
    }
}
