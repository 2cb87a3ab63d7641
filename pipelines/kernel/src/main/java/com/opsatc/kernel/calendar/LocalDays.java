package com.opsatc.kernel.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The days of a zone by their first instants: with the clock changes of the zone, so that a day may have 23 or 25 hours and begin
 * after midnight.
 *
 * @param startsUs microseconds UTC, ascending, one after the other; the last day is not known to its end
 * @param stepUs every difference between two of them is a multiple of it
 */
@SuppressWarnings("ArrayRecordComponent")
public record LocalDays(long[] startsUs, long stepUs) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long SECOND_US = 1_000_000;

    /** From the day of one instant to the day after that of another one, in microseconds UTC. */
    public static LocalDays between(long firstUs, long lastUs, ZoneId zone) {
        LocalDate first = date(firstUs, zone);
        long[] starts = first.datesUntil(date(lastUs, zone).plusDays(2))
                .mapToLong(day -> Math.multiplyExact(day.atStartOfDay(zone).toEpochSecond(), SECOND_US))
                .toArray();
        long step = 0;
        for (int i = 1; i < starts.length; i++) {
            step = commonDivisor(step, starts[i] - starts[i - 1]);
        }
        return new LocalDays(starts, step);
    }

    /** The day that begins at an instant; negative when none does. Instants that no day can begin at are told first, and fast. */
    public int startingAt(long us) {
        return (us - startsUs[0]) % stepUs == 0 ? Arrays.binarySearch(startsUs, us) : -1;
    }

    /** Whether an instant at or after the start of a day is before its end. */
    public boolean endsAfter(int day, long us) {
        return day + 1 == startsUs.length || us < startsUs[day + 1];
    }

    /** Whether one instant is the first of a day in which another one lies: a date without a time, whose order in that day is not known. */
    public boolean isDateOf(long us, long otherUs) {
        int day = startingAt(us);
        return day >= 0 && otherUs >= us && endsAfter(day, otherUs);
    }

    /** Whether an instant in microseconds UTC is the first of a day of a zone, as a date without a time is written. */
    public static boolean isFirstOfDay(long us, ZoneId zone) {
        return us % SECOND_US == 0 && date(us, zone).atStartOfDay(zone).toEpochSecond() == Math.floorDiv(us, SECOND_US);
    }

    private static LocalDate date(long us, ZoneId zone) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).atZone(zone).toLocalDate();
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
