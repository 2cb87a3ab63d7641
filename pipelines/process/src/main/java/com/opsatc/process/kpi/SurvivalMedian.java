package com.opsatc.process.kpi;

import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.StartCohort;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.statistics.KaplanMeier;
import com.opsatc.process.evidence.CountedMembers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * How long half of the members take, the open ones taken as longer than they have taken so far (definitions 2.2 to 2.4).
 *
 * @param value the median, or the longest time seen where it is beyond that
 * @param beyond whether the median is more than the value
 * @param interval empty where it has no upper end
 * @param atLeast the lower end of an interval that has no upper one
 */
record SurvivalMedian(BigDecimal value, boolean beyond, Optional<Interval> interval, Optional<BigDecimal> atLeast) {
    private static final String LOG_LOG = "log-log";

    /** Of at least one member, counted or open. */
    static SurvivalMedian of(CountedMembers members) {
        KaplanMeier curve = KaplanMeier.of(members.contributions(), members.open());
        KaplanMeier.Median median = curve.median();
        KaplanMeier.Ends ends = curve.interval();
        Optional<BigDecimal> low =
                ends.low().stream().mapToObj(BigDecimal::valueOf).findFirst();
        Optional<Interval> interval = ends.high().stream()
                .mapToObj(BigDecimal::valueOf)
                .map(high -> new Interval(Intervals.LEVEL, low.orElseThrow(), high, LOG_LOG))
                .findFirst();
        return new SurvivalMedian(
                BigDecimal.valueOf(median.time()),
                median.beyond(),
                interval,
                interval.isPresent() ? Optional.empty() : low);
    }

    /** From the first start to the last, of open members too. */
    static Window window(CountedMembers members, ZoneId zone) {
        IntSummaryStatistics days = members.allDays();
        return new Window(LocalDate.ofEpochDay(days.getMin()), LocalDate.ofEpochDay(days.getMax()), zone.getId());
    }

    /** By calendar month of start, months without a member left out. */
    static List<StartCohort> cohorts(CountedMembers members, ZoneId zone) {
        Window all = window(members, zone);
        List<StartCohort> cohorts = new ArrayList<>();
        for (YearMonth month = YearMonth.from(all.from());
                !month.atDay(1).isAfter(all.to());
                month = month.plusMonths(1)) {
            Window window = new Window(month.atDay(1), month.atEndOfMonth(), zone.getId());
            CountedMembers started = members.between(window.from(), window.to());
            if (started.n() + started.open().length > 0) {
                cohorts.add(cohort(window, started));
            }
        }

        return cohorts;
    }

    private static StartCohort cohort(Window window, CountedMembers started) {
        int n = started.n();
        int open = started.open().length;
        if (n + open < StartCohort.FEWEST) {
            return new StartCohort(window, n, open, null, null, null);
        }

        SurvivalMedian median = of(started);
        return new StartCohort(window, n, open, median.value, median.beyond, median.interval.orElse(null));
    }
}
