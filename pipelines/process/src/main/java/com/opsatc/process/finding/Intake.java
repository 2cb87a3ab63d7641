package com.opsatc.process.finding;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;

import com.opsatc.process.kpi.WeeklySeries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The weeks in which cases begin as they usually do: outside of them an extract fades in or out, and what is counted there
 * is of stragglers.
 *
 * <p>Usual is the four weeks that the middle case began in: a median over cases, since a long tail of all but empty weeks
 * would make a median over weeks small. The first usual week is the first with half of a quarter of that or more, which
 * with the three after it has half of it or more; the last one likewise, backwards. Weeks in between stay, however thin.
 *
 * <pre>
 *   1 0 2 40 120 160 150 155 12 3 0 1: usual are 322 in four weeks, so from the 120 on, to the 155
 * </pre>
 *
 * @param from Monday of the first usual week
 * @param until the day after the last one
 */
record Intake(LocalDate from, LocalDate until) {
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    /** Nothing is known of when cases begin: no week is left out. */
    static final Intake UNKNOWN = new Intake(EARLIEST, LATEST);
    /** Cases begin, and at no time usually so: every week is left out. */
    static final Intake NEVER_USUAL = new Intake(LATEST, EARLIEST);

    private static final int MONTH = 4;

    Intake {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
    }

    /** @param log as {@link com.opsatc.process.kpi.measure.ProcessInput} has it: a case begins with its first event */
    static Intake of(Dataset<Row> log, ZoneId zone) {
        SortedMap<LocalDate, Long> cases = new TreeMap<>();
        log.where(col("position").equalTo(0))
                .select(col("complete_us"))
                .map((MapFunction<Row, Long>) row -> monday(row.getLong(0), zone), Encoders.LONG())
                .groupBy("value")
                .count()
                .collectAsList()
                .forEach(row -> cases.put(LocalDate.ofEpochDay(row.getLong(0)), row.getLong(1)));
        return of(cases);
    }

    private static long monday(long us, ZoneId zone) {
        LocalDate date = Instant.EPOCH.plus(us, ChronoUnit.MICROS).atZone(zone).toLocalDate();
        return WeeklySeries.mondayOf(date).toEpochDay();
    }

    /** @param cases how many began in each week that has any, by its Monday */
    static Intake of(SortedMap<LocalDate, Long> cases) {
        if (cases.isEmpty()) {
            return UNKNOWN;
        }

        List<LocalDate> mondays = new ArrayList<>();
        for (LocalDate week = cases.firstKey(); !week.isAfter(cases.lastKey()); week = week.plusWeeks(1)) {
            mondays.add(week);
        }
        long[] n =
                mondays.stream().mapToLong(week -> cases.getOrDefault(week, 0L)).toArray();
        long usual = usual(n);
        int first = 0;
        while (first < n.length && !isUsual(n[first], sum(n, first, first + MONTH), usual)) {
            first++;
        }
        int last = n.length - 1;
        while (last >= 0 && !isUsual(n[last], sum(n, last + 1 - MONTH, last + 1), usual)) {
            last--;
        }
        return first > last
                ? NEVER_USUAL
                : new Intake(mondays.get(first), mondays.get(last).plusWeeks(1));
    }

    private static boolean isUsual(long week, long month, long usual) {
        return 2 * MONTH * week >= usual && 2 * month >= usual;
    }

    /** What the four weeks up to the one that the middle case began in have together; the lower of two. */
    private static long usual(long[] n) {
        List<Integer> weeks = IntStream.range(0, n.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> sum(n, i + 1 - MONTH, i + 1)))
                .toList();
        long middle = (IntStream.range(0, n.length).mapToLong(i -> n[i]).sum() + 1) / 2;
        long passed = 0;
        for (int week : weeks) {
            passed += n[week];
            if (passed >= middle) {
                return sum(n, week + 1 - MONTH, week + 1);
            }
        }
        throw new IllegalStateException("every case began in some week");
    }

    private static long sum(long[] n, int from, int to) {
        return IntStream.range(Math.max(0, from), Math.min(n.length, to))
                .mapToLong(i -> n[i])
                .sum();
    }
}
