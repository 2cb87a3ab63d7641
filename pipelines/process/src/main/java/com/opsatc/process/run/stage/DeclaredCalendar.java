package com.opsatc.process.run.stage;

import static org.apache.spark.sql.functions.expr;

import com.opsatc.connector.calendar.CalendarDeclaration;
import com.opsatc.connector.calendar.DeclaredShift;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.kernel.calendar.WorkCalendar;
import com.opsatc.kernel.calendar.WorkPlan;
import com.opsatc.kernel.calendar.WorkShift;
import com.opsatc.kernel.calendar.WorkingDays;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.rule.WorkingTime;
import com.opsatc.process.run.input.RunConfiguration;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** From the calendar that a tenant declares for a process to the working time of the days that its log knows. */
public final class DeclaredCalendar {
    private DeclaredCalendar() {}

    /** The clocks of a process; working time only where a calendar is declared and there are days to measure. */
    static Clocks clocks(ProcessInput in, RunConfiguration configuration) {
        return configuration
                .tenant()
                .calendarOf(in.process())
                .map(name -> clocks(name, configuration.tenant().calendars().get(name), in))
                .orElse(Clocks.WALL_ONLY);
    }

    /** With the working time of a calendar, of all days from the first to the last event, or the logical date. */
    public static Clocks clocks(String name, CalendarDeclaration declared, ProcessInput in) {
        Row ends = in.log()
                .agg(expr("least(min(start_us), min(complete_us))"), expr("greatest(max(start_us), max(complete_us))"))
                .head();
        if (ends.isNullAt(0)) {
            return Clocks.WALL_ONLY;
        }

        WorkingTime working =
                working(name, declared, in.zone(), ends.getLong(0), Math.max(ends.getLong(1), in.knownUntilUs()));
        return Clocks.of(working.hours(), working.used());
    }

    /** The calendar that is declared for a process, from the day of one instant to that of another; empty without one. */
    static Optional<WorkingTime> working(String process, RunConfiguration configuration, long firstUs, long lastUs) {
        return configuration
                .tenant()
                .calendarOf(process)
                .map(name -> working(
                        name, configuration.tenant().calendars().get(name), configuration.zone(), firstUs, lastUs));
    }

    private static WorkingTime working(
            String name, CalendarDeclaration declared, ZoneId fallback, long firstUs, long lastUs) {
        ZoneId zone = declared.zoneOr(fallback);
        LocalDate first = day(firstUs, zone);
        LocalDate last = day(lastUs, zone);
        WorkPlan plan = plan(declared, zone, first, last);
        return new WorkingTime(
                WorkCalendar.of(plan, first, last),
                WorkingDays.of(plan, first, last),
                ClockUsed.business(name, zone.getId()));
    }

    private static WorkPlan plan(CalendarDeclaration declared, ZoneId zone, LocalDate first, LocalDate last) {
        TreeMap<LocalDate, Map<DayOfWeek, List<WorkShift>>> weeks = new TreeMap<>();
        declared.weeks().forEach((from, week) -> {
            Map<DayOfWeek, List<WorkShift>> shifts = new EnumMap<>(DayOfWeek.class);
            week.forEach((day, own) -> shifts.put(day, shifts(own)));
            weeks.put(from, shifts);
        });
        SortedMap<LocalDate, List<WorkShift>> exceptions = new TreeMap<>();
        declared.ownDays().forEach((day, own) -> exceptions.put(day, shifts(own)));
        // A shift of the day before may reach into the first one.
        return new WorkPlan(zone, weeks, declared.holidays(first.minusDays(1), last), exceptions);
    }

    private static List<WorkShift> shifts(List<DeclaredShift> declared) {
        return declared.stream()
                .map(shift -> new WorkShift(shift.fromMinute(), shift.toMinute()))
                .toList();
    }

    private static LocalDate day(long us, ZoneId zone) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).atZone(zone).toLocalDate();
    }
}
