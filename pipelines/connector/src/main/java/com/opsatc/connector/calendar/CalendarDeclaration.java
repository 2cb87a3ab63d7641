package com.opsatc.connector.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.text.Nearest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A business calendar as a tenant declares it.
 *
 * <pre>
 * zone: Europe/Berlin
 * shifts: {mon-thu: ["08:00-12:00", "13:00-17:00"], fri: ["08:00-14:00"]}
 * holidays: {country: DE, region: by}
 * exceptions: {2026-12-24: ["08:00-12:00"], 2026-12-28: []}
 * changes: [{from: 2026-07-01, shifts: {mon-fri: ["08:00-16:00"]}}]
 * </pre>
 *
 * @param zone whose clocks the shifts are of; null for the tenant's
 * @param shifts by day of the week, before any change; days that are not named have none
 * @param holidays where public holidays are those of, on which no work is done; null for nowhere
 * @param exceptions the shifts of single days, whatever the week and the holidays say; an empty list for a day without work
 * @param changes weeks that hold from a later day on
 */
public record CalendarDeclaration(
        String zone,
        SortedMap<String, List<String>> shifts,
        HolidayPlace holidays,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, List<String>> exceptions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlanChange> changes) {
    public CalendarDeclaration {
        shifts = new TreeMap<>(shifts);
        exceptions = exceptions == null ? new TreeMap<>() : new TreeMap<>(exceptions);
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** All that is wrong with it, each with its place below the calendar, as {@code /shifts/mon: ...}. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add("/zone: no such time zone" + Meant.of(Nearest.of(zone, ZoneId.getAvailableZoneIds())));
        }

        check(problems, "/shifts", () -> week(shifts));
        for (int i = 0; i < changes.size(); i++) {
            PlanChange change = changes.get(i);
            check(problems, "/changes/" + i + "/shifts", () -> week(change.shifts()));
            check(problems, "/changes/" + i + "/from", () -> day(change.from()));
        }
        exceptions.forEach((day, own) -> check(problems, "/exceptions", () -> {
            day(day);
            shifts(own);
        }));
        long changeDays = changes.stream().map(PlanChange::from).distinct().count();
        if (changeDays < changes.size()) {
            problems.add("/changes: two begin on one day");
        }
        if (holidays != null) {
            PublicHolidays.problem(holidays).ifPresent(problem -> problems.add("/holidays: " + problem));
        }
        return problems;
    }

    /** The shifts of each day of the week, by the first day on which they hold; the first of them always did. */
    public NavigableMap<LocalDate, Map<DayOfWeek, List<DeclaredShift>>> weeks() {
        NavigableMap<LocalDate, Map<DayOfWeek, List<DeclaredShift>>> weeks = new TreeMap<>();
        weeks.put(LocalDate.MIN, week(shifts));
        changes.forEach(change -> weeks.put(day(change.from()), week(change.shifts())));
        return weeks;
    }

    /** The shifts of single days. */
    public SortedMap<LocalDate, List<DeclaredShift>> ownDays() {
        SortedMap<LocalDate, List<DeclaredShift>> days = new TreeMap<>();
        exceptions.forEach((day, own) -> days.put(day(day), shifts(own)));
        return days;
    }

    /** The public holidays from one day to another; none where none are declared. */
    public SortedSet<LocalDate> holidays(LocalDate first, LocalDate last) {
        return holidays == null ? new TreeSet<>() : holidays.days(first, last);
    }

    /** Its zone; {@code usual} where it has none of its own. */
    public ZoneId zoneOr(ZoneId usual) {
        return zone == null ? usual : ZoneId.of(zone);
    }

    private static Map<DayOfWeek, List<DeclaredShift>> week(SortedMap<String, List<String>> shifts) {
        Map<DayOfWeek, List<DeclaredShift>> week = new EnumMap<>(DayOfWeek.class);
        shifts.forEach((names, own) -> {
            for (DayOfWeek day : Weekdays.of(names)) {
                if (week.put(day, shifts(own)) != null) {
                    throw new IllegalArgumentException("a day is named twice");
                }
            }
        });
        return week;
    }

    private static List<DeclaredShift> shifts(List<String> texts) {
        return texts.stream().map(DeclaredShift::of).toList();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day: days are written as 2026-12-24", e);
        }
    }

    private static void check(List<String> problems, String place, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage());
        }
    }
}
