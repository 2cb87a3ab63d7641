package com.opsatc.process.kpi;

import com.opsatc.contract.Aggregation;
import com.opsatc.contract.SeriesPoint;
import com.opsatc.process.evidence.Population;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A figure week by week (ISO weeks, from Monday, of the tenant's zone), weeks without members included.
 *
 * <p>A week is partial when it was not over at the logical date, and when the members begin inside it.
 */
public final class WeeklySeries {
    private WeeklySeries() {}

    /** The Monday that begins the week of a date. */
    public static LocalDate mondayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public static List<SeriesPoint> of(Aggregation aggregation, Population population, LocalDate asOf) {
        if (population.n() == 0) {
            return List.of();
        }

        TreeMap<LocalDate, Population.Builder> byWeek = new TreeMap<>();
        for (int i = 0; i < population.n(); i++) {
            byWeek.computeIfAbsent(
                            mondayOf(LocalDate.ofEpochDay(population.day(i))), monday -> new Population.Builder())
                    .add(population.contribution(i), population.day(i));
        }

        LocalDate first = population.firstDate();
        List<SeriesPoint> series = new ArrayList<>();
        for (LocalDate week = byWeek.firstKey(); !week.isAfter(byWeek.lastKey()); week = week.plusWeeks(1)) {
            boolean partial = !week.plusDays(6).isBefore(asOf) || first.isAfter(week);
            Population.Builder members = byWeek.get(week);
            series.add(members == null ? empty(week, partial) : point(aggregation, week, members.build(), partial));
        }

        return series;
    }

    private static SeriesPoint empty(LocalDate week, boolean partial) {
        return new SeriesPoint(week, 0, null, partial);
    }

    private static SeriesPoint point(Aggregation aggregation, LocalDate week, Population members, boolean partial) {
        long[] contributions = members.contributions();
        Arrays.sort(contributions);
        BigDecimal value = Figure.of(aggregation, contributions);
        return new SeriesPoint(week, members.n(), value, partial);
    }
}
