package com.opsatc.process.ageing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The end of the logical date, beyond which nothing is known.
 *
 * @param asOf the logical date, over in {@code zone}
 */
public record KnownUntil(LocalDate asOf, ZoneId zone) {
    private static final long SECOND_US = 1_000_000;

    /** Its last microsecond. */
    long us() {
        return endUs(asOf);
    }

    /** The same moment of the weeks before, back to before an instant, in ascending order; its own is the last. */
    long[] weeksUs(long beforeUs) {
        List<Long> weeks = new ArrayList<>();
        LocalDate date = asOf;
        weeks.add(endUs(date));
        while (weeks.get(weeks.size() - 1) >= beforeUs) {
            date = date.minusWeeks(1);
            weeks.add(endUs(date));
        }
        Collections.reverse(weeks);
        return weeks.stream().mapToLong(Long::longValue).toArray();
    }

    /** The day in which an instant is. */
    LocalDate dateOf(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).atZone(zone).toLocalDate();
    }

    private long endUs(LocalDate date) {
        return Math.multiplyExact(date.plusDays(1).atStartOfDay(zone).toEpochSecond(), SECOND_US) - 1;
    }
}
