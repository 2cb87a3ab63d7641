package com.opsatc.process.eventlog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The ISO weeks of the tenant's zone that a log touches: Monday dates, and the instants they begin at.
 *
 * <p>A week begins at the zone's first moment of its Monday, so that the week with a clock change is an hour shorter or
 * longer, as the people who worked in it had it.
 */
public record Weeks(List<LocalDate> mondays, long[] startsUs) {
    private static final long MICROS_PER_SECOND = 1_000_000L;

    public Weeks {
        mondays = List.copyOf(mondays);
        startsUs = startsUs.clone();
    }

    /** The weeks from the one with {@code firstUs} to the one with {@code lastUs}, both included. */
    public static Weeks between(long firstUs, long lastUs, ZoneId zone) {
        LocalDate monday = mondayOf(firstUs, zone);
        LocalDate last = mondayOf(lastUs, zone);
        List<LocalDate> mondays = new ArrayList<>();
        while (!monday.isAfter(last)) {
            mondays.add(monday);
            monday = monday.plusWeeks(1);
        }

        long[] starts = mondays.stream().mapToLong(date -> startUs(date, zone)).toArray();
        return new Weeks(mondays, starts);
    }

    @Override
    public long[] startsUs() {
        return startsUs.clone();
    }

    private static LocalDate mondayOf(long us, ZoneId zone) {
        return Instant.EPOCH
                .plus(us, ChronoUnit.MICROS)
                .atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static long startUs(LocalDate date, ZoneId zone) {
        return Math.multiplyExact(date.atStartOfDay(zone).toEpochSecond(), MICROS_PER_SECOND);
    }
}
