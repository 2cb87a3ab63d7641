package com.opsatc.process.finding;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.ComparedPeriods;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.contract.figure.Window;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.Aggregates;
import com.opsatc.process.kpi.Intervals;
import com.opsatc.process.kpi.MeasuredKpi;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A KPI over its latest weeks, beside as many before them: a quarter each where there are two of them, else four weeks.
 *
 * <p>Only weeks count that shifts are searched in, so that neither the beginning nor the end of an extract looks like a change.
 * Both figures are of members in the KPI's own evidence: who takes those dated in a window gets its figure.
 */
final class RecentPeriods {
    private static final List<Integer> LENGTHS = List.of(13, 4);
    private static final int SUNDAY = 6;

    private RecentPeriods() {}

    /** The KPI with its periods; as it is where it has too few weeks, or is not measured. */
    static KpiValue of(MeasuredKpi kpi, Yardstick yardstick) {
        return kpi.members()
                .flatMap(members -> KpiSeries.sideBySide(kpi.value(), members.population(), yardstick)
                        .flatMap(weeks -> periods(kpi.value(), members.population(), weeks.mondays())))
                .map(kpi.value()::compared)
                .orElse(kpi.value());
    }

    private static Optional<ComparedPeriods> periods(KpiValue kpi, CountedMembers members, List<LocalDate> mondays) {
        int all = mondays.size();
        return LENGTHS.stream()
                .filter(weeks -> 2 * weeks <= all)
                .findFirst()
                .flatMap(weeks -> figure(kpi, members, mondays.subList(all - weeks, all))
                        .flatMap(latest -> figure(kpi, members, mondays.subList(all - 2 * weeks, all - weeks))
                                .map(previous -> new ComparedPeriods(weeks, latest, previous))));
    }

    /** Empty where no member is of these weeks. */
    private static Optional<PeriodFigure> figure(KpiValue kpi, CountedMembers all, List<LocalDate> mondays) {
        Window window = new Window(
                mondays.get(0),
                mondays.get(mondays.size() - 1).plusDays(SUNDAY),
                kpi.window().zone());
        CountedMembers members = all.between(window.from(), window.to());
        return members.n() == 0
                ? Optional.empty()
                : Optional.of(new PeriodFigure(
                        window,
                        Aggregates.of(kpi.aggregation(), members),
                        members.n(),
                        Intervals.of(kpi.aggregation(), members).orElse(null)));
    }
}
