package com.opsatc.kernel.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * When work is done: a plan of the week, the days on which it does not hold, and from when on another one does.
 *
 * <p>A shift belongs to the day on which it begins: a holiday takes the night shift that begins on it, and not the one that
 * ends on it. Of one day an exception counts before a holiday, and a holiday before the week.
 *
 * @param weeks the shifts of each day of the week, by the first day on which they hold; the earliest holds before that as well
 * @param holidays days without work
 * @param exceptions days with shifts of their own; without any, a day without work
 */
public record WorkPlan(
        ZoneId zone,
        NavigableMap<LocalDate, Map<DayOfWeek, List<WorkShift>>> weeks,
        Set<LocalDate> holidays,
        Map<LocalDate, List<WorkShift>> exceptions) {
    public WorkPlan {
        requireNonNull(zone, "zone");
        weeks = Collections.unmodifiableNavigableMap(new TreeMap<>(weeks));
        holidays = Set.copyOf(holidays);
        exceptions = Map.copyOf(exceptions);
        if (weeks.isEmpty()) {
            throw new IllegalArgumentException("Invalid work plan: it has no week");
        }
    }

    /** The shifts that begin on a day; none where no work is done. They may overlap, which counts once. */
    public List<WorkShift> shifts(LocalDate day) {
        List<WorkShift> own = exceptions.get(day);
        if (own != null) {
            return own;
        }

        if (holidays.contains(day)) {
            return List.of();
        }

        Map.Entry<LocalDate, Map<DayOfWeek, List<WorkShift>>> since = weeks.floorEntry(day);
        Map<DayOfWeek, List<WorkShift>> week =
                since == null ? weeks.firstEntry().getValue() : since.getValue();
        return week.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
