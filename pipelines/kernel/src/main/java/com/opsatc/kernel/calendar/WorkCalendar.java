package com.opsatc.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Working time between instants, of the days that it covers (definitions 2.2).
 *
 * <p>The spans of working time lie in order as instants, with how much working time is before each of them, so that
 * {@code work(x, y)} is the difference of two look-ups: O(log days), whatever the length of the interval. Zone and daylight
 * saving are settled when it is made: an instant is working time when clocks of the zone then show a time within a shift.
 *
 * <pre>
 * shifts 09:00 to 17:00 from Monday to Friday: Friday 16:00 to Monday 16:00 is 8 h
 * </pre>
 *
 * Immutable, and so safe to share between threads.
 */
public final class WorkCalendar implements DurationClock {
    private static final long serialVersionUID = 1L;

    private final long firstUs;
    private final long lastUs;
    private final long[] starts;
    private final long[] ends;
    /** Working time before each span. */
    private final long[] before;

    private WorkCalendar(long firstUs, long lastUs, List<Span> spans) {
        this.firstUs = firstUs;
        this.lastUs = lastUs;
        this.starts = spans.stream().mapToLong(Span::fromUs).toArray();
        this.ends = spans.stream().mapToLong(Span::toUs).toArray();
        this.before = new long[starts.length];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + ends[i - 1] - starts[i - 1];
        }
    }

    /**
     * The calendar of a plan for instants from the beginning of one day to the end of another, both of the plan's zone.
     *
     * @throws IllegalArgumentException where the last day is before the first
     */
    public static WorkCalendar of(WorkPlan plan, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Invalid calendar: its last day is before its first");
        }

        List<Span> spans = new ArrayList<>();
        // A shift of the day before may reach into the first one.
        for (LocalDate day = first.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDateTime midnight = day.atStartOfDay();
            for (WorkShift shift : plan.shifts(day)) {
                ZoneTime.pieces(
                        midnight.plusMinutes(shift.fromMinute()),
                        midnight.plusMinutes(shift.toMinute()),
                        plan.zone(),
                        (from, to) -> spans.add(new Span(us(from), us(to))));
            }
        }

        return new WorkCalendar(
                us(first.atStartOfDay(plan.zone()).toInstant()),
                us(last.plusDays(1).atStartOfDay(plan.zone()).toInstant()),
                union(spans));
    }

    /** As {@link #work}. */
    @Override
    public long between(long fromUs, long toUs) {
        return work(fromUs, toUs);
    }

    /**
     * Microseconds of working time from one instant to another, both in microseconds since 1970 UTC; negative where the second
     * is before the first.
     *
     * @throws IllegalArgumentException for an instant outside the days that the calendar covers
     */
    public long work(long fromUs, long toUs) {
        return until(toUs) - until(fromUs);
    }

    /** Working time from the beginning of the calendar on. */
    private long until(long us) {
        if (us < firstUs || us > lastUs) {
            throw new IllegalArgumentException("Invalid instant: it is outside the days that the calendar covers");
        }

        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= us) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }

        return low == 0 ? 0 : before[low - 1] + Math.min(us, ends[low - 1]) - starts[low - 1];
    }

    /** In order and apart from each other: what overlaps or touches is one. */
    private static List<Span> union(List<Span> spans) {
        spans.sort(Comparator.comparingLong(Span::fromUs).thenComparingLong(Span::toUs));
        List<Span> union = new ArrayList<>();
        for (Span span : spans) {
            int last = union.size() - 1;
            if (last >= 0 && span.fromUs() <= union.get(last).toUs()) {
                union.set(last, union.get(last).to(span.toUs()));
            } else {
                union.add(span);
            }
        }
        return union;
    }

    private static long us(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private record Span(long fromUs, long toUs) {
        Span to(long us) {
            return new Span(fromUs, Math.max(toUs, us));
        }
    }
}
