package com.opsatc.kernel.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Days on which work is done, counted: what is due within so many of them (definitions 1.13).
 *
 * <p>The day of an instant is day 0, whatever its hour. A day counts when a shift begins on it; a day without a shift does not,
 * and what is due on a working day is due until that day ends in the plan's zone.
 *
 * <pre>
 * shifts from Monday to Friday: two days after Thursday 10:00 is the end of Monday, and so it is after Thursday 23:00
 * </pre>
 *
 * Immutable, and so safe to share between threads.
 */
public final class WorkingDays implements Serializable {
    private static final long serialVersionUID = 1L;

    /** First instants of the days, and that of the day after the last. */
    private final long[] startsUs;
    /** Which of the days are working days, ascending. */
    private final int[] working;

    private WorkingDays(long[] startsUs, int[] working) {
        this.startsUs = startsUs;
        this.working = working;
    }

    /**
     * Those of a plan from one day to another, both included.
     *
     * @throws IllegalArgumentException where the last day is before the first
     */
    public static WorkingDays of(WorkPlan plan, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Invalid days: the last one is before the first");
        }

        LocalDate[] days = first.datesUntil(last.plusDays(1)).toArray(LocalDate[]::new);
        long[] starts = first.datesUntil(last.plusDays(2))
                .mapToLong(day ->
                        TimeUnit.SECONDS.toMicros(day.atStartOfDay(plan.zone()).toEpochSecond()))
                .toArray();
        int[] working = IntStream.range(0, days.length)
                .filter(day -> !plan.shifts(days[day]).isEmpty())
                .toArray();
        return new WorkingDays(starts, working);
    }

    /**
     * The last microsecond of the day that is so many working days after that of an instant; {@link Long#MAX_VALUE} where it lies
     * beyond the days that are covered.
     *
     * @param count at least 1
     * @throws IllegalArgumentException for an instant outside the days that are covered
     */
    public long endUs(long fromUs, int count) {
        if (count < 1 || fromUs < startsUs[0] || fromUs >= startsUs[startsUs.length - 1]) {
            throw new IllegalArgumentException(
                    "Invalid deadline: it needs at least one working day, after an instant of the days that are covered");
        }

        int found = Arrays.binarySearch(startsUs, fromUs);
        int day = found >= 0 ? found : -found - 2;
        int after = Arrays.binarySearch(working, day + 1);
        long due = (after >= 0 ? after : -after - 1L) + count - 1;
        return due < working.length ? startsUs[working[(int) due] + 1] - 1 : Long.MAX_VALUE;
    }
}
