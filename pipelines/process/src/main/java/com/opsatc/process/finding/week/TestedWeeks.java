package com.opsatc.process.finding.week;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Which weeks of a series may be compared: at both ends a series is often not what it is in between.
 *
 * <p>Left out are weeks that begin before {@code from} or were not over at {@code until}, where long durations cannot have
 * ended yet or short ones only have (definitions 1.11); then, at either end, weeks with less than half of the median week's
 * members, in which an extract begins or fades out. Weeks within the series stay, however thin.
 */
public record TestedWeeks(LocalDate from, LocalDate until) {
    public TestedWeeks {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
    }

    /** The weeks that remain; possibly none. */
    public WeekSums of(WeekSums weeks) {
        int first = 0;
        int end = weeks.weeks();
        while (first < end && weeks.mondays().get(first).isBefore(from)) {
            first++;
        }
        while (end > first && !weeks.mondays().get(end - 1).plusDays(6).isBefore(until)) {
            end--;
        }

        long enough = (medianWeek(weeks.slice(first, end)) + 1) / 2;
        while (first < end && weeks.n()[first] < enough) {
            first++;
        }
        while (end > first && weeks.n()[end - 1] < enough) {
            end--;
        }
        return weeks.slice(first, end);
    }

    /** The middle count of the weeks that have any, the lower one of two; 0 when none has. */
    private static long medianWeek(WeekSums weeks) {
        long[] filled = Arrays.stream(weeks.n()).filter(n -> n > 0).sorted().toArray();
        return filled.length == 0 ? 0 : filled[(filled.length - 1) / 2];
    }
}
