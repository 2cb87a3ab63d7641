package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.kernel.statistics.LaneyP;
import com.opsatc.kernel.statistics.Range;
import com.opsatc.kernel.statistics.Xmr;
import com.opsatc.process.finding.week.WeekSums;
import com.opsatc.process.kpi.MeasuredKpi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The weeks of a KPI as charts show them: marked where they lie at an edge of the extract, as {@link Yardstick} says, and with
 * the natural limits of those that take part in tests. Of shares each week has limits of its own, since they depend on its size.
 */
final class ControlChart {
    /** Shares and dispersions are published in millionths. */
    private static final int RATIO_DECIMALS = 6;

    private final KpiValue kpi;
    private final WeekSums tested;
    /** All weeks of the KPI, marked; {@code baseline} those of them that limits rest on. */
    private final List<SeriesPoint> series;

    private final List<SeriesPoint> baseline;

    private ControlChart(KpiValue kpi, WeekSums tested, Optional<LocalDate> shifted) {
        Set<LocalDate> mondays = Set.copyOf(tested.mondays());
        this.kpi = kpi;
        this.tested = tested;
        this.series = kpi.series().stream()
                .map(point -> point.atEdge(!mondays.contains(point.week())))
                .toList();
        this.baseline = series.stream()
                .filter(SeriesPoint::takesPart)
                .filter(point -> shifted.map(point.week()::isBefore).orElse(true))
                .toList();
    }

    /**
     * The KPI with its weeks marked and their limits; as it is where it is not measured, or no share and no median.
     *
     * @param shifted Monday from which on a finding says that the figure is another: limits are of the weeks before
     */
    static KpiValue of(MeasuredKpi kpi, Yardstick yardstick, Optional<LocalDate> shifted) {
        return kpi.members()
                .flatMap(members -> KpiSeries.comparable(kpi.value(), members.population(), yardstick))
                .map(weeks -> new ControlChart(kpi.value(), weeks, shifted).charted())
                .orElse(kpi.value());
    }

    private KpiValue charted() {
        return kpi.aggregation() == Aggregation.SHARE ? share() : single();
    }

    private KpiValue share() {
        long[] hits =
                baseline.stream().mapToLong(point -> tested.sum(point.week())).toArray();
        long[] members = baseline.stream().mapToLong(SeriesPoint::n).toArray();
        return LaneyP.limits(hits, members)
                .map(limits -> kpi.charted(
                        series.stream().map(point -> within(point, limits)).toList(),
                        ControlLimits.laneyP(
                                ratio(limits.centre()), ratio(limits.dispersion()), baseline.size(), from(), to())))
                .orElseGet(() -> kpi.charted(series, null));
    }

    private static SeriesPoint within(SeriesPoint point, LaneyP limits) {
        if (!point.takesPart()) {
            return point;
        }

        Range range = limits.of(point.n());
        return point.within(ratio(range.low()), ratio(range.high()));
    }

    private KpiValue single() {
        long[] figures = baseline.stream()
                .mapToLong(point -> point.value().longValueExact())
                .toArray();
        return kpi.charted(
                series,
                Xmr.limits(figures)
                        .map(limits -> ControlLimits.xmr(
                                BigDecimal.valueOf(limits.centre()),
                                BigDecimal.valueOf(limits.lower()),
                                BigDecimal.valueOf(limits.upper()),
                                baseline.size(),
                                from(),
                                to()))
                        .orElse(null));
    }

    private LocalDate from() {
        return baseline.get(0).week();
    }

    private LocalDate to() {
        return baseline.get(baseline.size() - 1).week();
    }

    private static BigDecimal ratio(long millionths) {
        return BigDecimal.valueOf(millionths, RATIO_DECIMALS);
    }
}
