package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.kernel.measure.period.LogScale;
import com.opsatc.kernel.statistics.Quantile;
import com.opsatc.kernel.statistics.Xmr;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.finding.week.WeekSums;
import com.opsatc.process.kpi.WeeklySeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the weekly median of a step's time is going (definitions 1.7): the natural limits of its weeks, and on which side of their
 * centre the latest eight lie, which take no part in them.
 *
 * @param limits empty where there are fewer than twelve weeks before the latest eight
 */
record BottleneckTrend(Trend trend, Optional<Xmr> limits) {
    /** So many in a row on one side are a signal. */
    private static final int LATEST = 8;

    static BottleneckTrend of(CountedMembers members, Yardstick yardstick, Direction direction) {
        WeekSums weeks = WeekSums.of(members, LogScale::of);
        Set<LocalDate> tested = Set.copyOf(yardstick
                .ofPassages(
                        Quantile.type7(members.contributions(), 9, 10),
                        weeks.mondays().get(0))
                .of(weeks)
                .mondays());
        List<SeriesPoint> series = WeeklySeries.of(Aggregation.MEDIAN, members, yardstick.asOf()).stream()
                .filter(point -> tested.contains(point.week()) && point.takesPart())
                .toList();
        int before = Math.max(0, series.size() - LATEST);
        Optional<Xmr> limits = Xmr.limits(medians(series.subList(0, before)));
        return new BottleneckTrend(
                limits.map(known -> trend(known.side(medians(series.subList(before, series.size()))), direction))
                        .orElse(Trend.NOT_MEASURED),
                limits);
    }

    private static Trend trend(int side, Direction direction) {
        if (side == 0) {
            return Trend.NO_SIGNAL;
        }

        return Trend.between(direction, BigDecimal.ZERO, BigDecimal.valueOf(side));
    }

    private static long[] medians(List<SeriesPoint> weeks) {
        return weeks.stream().mapToLong(week -> week.value().longValueExact()).toArray();
    }

    /** The limits as facts of a finding. */
    Map<FigureName, BigDecimal> facts() {
        return limits.map(known -> Map.of(
                        FigureName.USUAL_LOW, BigDecimal.valueOf(known.lower()),
                        FigureName.USUAL_HIGH, BigDecimal.valueOf(known.upper())))
                .orElse(Map.of());
    }
}
