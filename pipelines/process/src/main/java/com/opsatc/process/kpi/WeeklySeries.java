package com.opsatc.process.kpi;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.process.evidence.CountedMembers;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure week by week (ISO weeks, from Monday, of the tenant's zone), weeks without members included.
 *
 * <p>A survival median has none: it is of members by their start, and told by month ({@link SurvivalMedian}). A week is partial when it was not over at the logical date, and when the members begin inside it.
 */
public final class WeeklySeries {
    private WeeklySeries() {}

    /** The Monday that begins the week of a date. */
    public static LocalDate mondayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public static List<SeriesPoint> of(Aggregation aggregation, CountedMembers population, LocalDate asOf) {
        if (population.n() == 0 || aggregation == Aggregation.SURVIVAL_MEDIAN) {
            return List.of();
        }

        LocalDate first = population.firstDate();
        LocalDate last = mondayOf(population.lastDate());
        List<SeriesPoint> series = new ArrayList<>();
        for (LocalDate week = mondayOf(first); !week.isAfter(last); week = week.plusWeeks(1)) {
            boolean partial = !week.plusDays(6).isBefore(asOf) || first.isAfter(week);
            series.add(point(aggregation, week, population.between(week, week.plusDays(6)), partial));
        }

        return series;
    }

    private static SeriesPoint point(Aggregation aggregation, LocalDate week, CountedMembers members, boolean partial) {
        BigDecimal value = members.n() == 0 ? null : Aggregates.of(aggregation, members);
        return new SeriesPoint(week, members.n(), value, partial);
    }
}
