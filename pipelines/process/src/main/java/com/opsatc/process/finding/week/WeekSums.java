package com.opsatc.process.finding.week;

import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.WeeklySeries;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * What shift detection needs of each week: how many observations, their sum and the sum of their squares.
 *
 * @param mondays consecutive weeks, oldest first
 */
@SuppressWarnings("ArrayRecordComponent")
public record WeekSums(List<LocalDate> mondays, long[] n, long[] sum, long[] sumOfSquares) {
    private static final int DAYS = 7;

    public WeekSums {
        mondays = List.copyOf(mondays);
        if (n.length != mondays.size() || sum.length != n.length || sumOfSquares.length != n.length) {
            throw new IllegalArgumentException("Invalid weeks: dates and sums differ in length");
        }
    }

    /**
     * @param population at least one member
     * @param scale from a contribution to an observation: the identity for shares, a logarithm for durations
     */
    public static WeekSums of(CountedMembers population, LongUnaryOperator scale) {
        LocalDate first = WeeklySeries.mondayOf(population.firstDate());
        List<LocalDate> mondays = first.datesUntil(population.lastDate().plusDays(1), Period.ofWeeks(1))
                .toList();
        long[] n = new long[mondays.size()];
        long[] sum = new long[n.length];
        long[] squares = new long[n.length];
        for (int i = 0; i < population.n(); i++) {
            int week = Math.toIntExact((population.day(i) - first.toEpochDay()) / DAYS);
            long x = scale.applyAsLong(population.contribution(i));
            n[week]++;
            sum[week] = Math.addExact(sum[week], x);
            squares[week] = Math.addExact(squares[week], Math.multiplyExact(x, x));
        }
        return new WeekSums(mondays, n, sum, squares);
    }

    public int weeks() {
        return mondays.size();
    }

    /** The sum of one of these weeks. */
    public long sum(LocalDate monday) {
        return sum[Math.toIntExact(ChronoUnit.WEEKS.between(mondays.get(0), monday))];
    }

    public long total() {
        return Arrays.stream(n).sum();
    }

    /** How many splits of these weeks have at least that many weeks with members on each side. */
    public int splits(int minimumWeeks) {
        int filled = (int) Arrays.stream(n).filter(count -> count > 0).count();
        return Math.max(0, filled - 2 * minimumWeeks + 1);
    }

    /** The weeks from index {@code from} up to, but without, {@code to}. */
    public WeekSums slice(int from, int to) {
        return new WeekSums(
                mondays.subList(from, to),
                Arrays.copyOfRange(n, from, to),
                Arrays.copyOfRange(sum, from, to),
                Arrays.copyOfRange(sumOfSquares, from, to));
    }
}
