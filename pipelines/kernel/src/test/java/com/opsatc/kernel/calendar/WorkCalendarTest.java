package com.opsatc.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long MINUTE = 60_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final List<DayOfWeek> WORKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final WorkShift NINE_TO_FIVE = new WorkShift(9 * 60, 17 * 60);
    private static final WorkShift NIGHT = new WorkShift(22 * 60, 30 * 60);
    private static final WorkShift ALL_DAY = new WorkShift(0, 24 * 60);

    @Test
    void work_fridayAfternoonToMondayAfternoon_countsNoWeekend() {
        assertThat(hours(week(WORKDAYS, NINE_TO_FIVE), "2026-03-06T16:00", "2026-03-09T16:00"))
                .isEqualTo(8);
    }

    /** Clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 8", "2026-03-28, 7", "2026-03-29, 8",
        "2026-10-23, 8", "2026-10-24, 9", "2026-10-25, 8"
    })
    void work_nightShiftOverAChangeOfClocks_isAsLongAsTheNight(LocalDate night, long hours) {
        WorkPlan plan = week(List.of(DayOfWeek.values()), NIGHT);

        assertThat(hours(plan, night + "T20:00", night.plusDays(1) + "T07:00")).isEqualTo(hours);
    }

    /** 02:15 to 02:45 is no time on the one day, and comes twice on the other. */
    @ParameterizedTest
    @CsvSource({"2026-03-28, 30", "2026-03-29, 0", "2026-10-24, 30", "2026-10-25, 60"})
    void work_shiftThatClocksSkipOrShowTwice_lastsAsLongAsTheyShowIt(LocalDate day, long minutes) {
        WorkPlan plan = week(List.of(DayOfWeek.values()), new WorkShift(135, 165));

        assertThat(work(plan, day + "T00:00", day.plusDays(1) + "T00:00")).isEqualTo(minutes * MINUTE);
    }

    @Test
    void work_wholeDays_isTheLengthOfTheDayAndNotOf24Hours() {
        WorkPlan plan = week(List.of(DayOfWeek.values()), ALL_DAY);

        assertThat(hours(plan, "2026-03-29T00:00", "2026-03-30T00:00")).isEqualTo(23);
        assertThat(hours(plan, "2026-10-25T00:00", "2026-10-26T00:00")).isEqualTo(25);
    }

    /** The night shift belongs to the day on which it begins. */
    @Test
    void work_holiday_takesTheShiftsThatBeginOnIt() {
        WorkPlan plan = new WorkPlan(
                BERLIN, weeks(List.of(DayOfWeek.values()), NIGHT), Set.of(LocalDate.of(2026, 5, 1)), Map.of());

        assertThat(hours(plan, "2026-04-30T12:00", "2026-05-01T12:00")).isEqualTo(8);
        assertThat(hours(plan, "2026-05-01T12:00", "2026-05-02T12:00")).isZero();
    }

    @Test
    void work_exception_countsBeforeTheHoliday() {
        LocalDate eve = LocalDate.of(2026, 12, 24);
        WorkPlan plan = new WorkPlan(
                BERLIN,
                weeks(WORKDAYS, NINE_TO_FIVE),
                Set.of(eve, eve.plusDays(1)),
                Map.of(eve, List.of(new WorkShift(540, 720)), eve.plusDays(4), List.of()));

        assertThat(hours(plan, "2026-12-23T17:00", "2026-12-28T23:00")).isEqualTo(3);
    }

    /** From Wednesday 2026-07-01 on six hours a day, and none before noon. */
    @Test
    void work_changeOfPlanInsideTheInterval_countsFromItsDayOn() {
        TreeMap<LocalDate, Map<DayOfWeek, List<WorkShift>>> weeks = weeks(WORKDAYS, NINE_TO_FIVE);
        weeks.put(
                LocalDate.of(2026, 7, 1),
                weeks(WORKDAYS, new WorkShift(12 * 60, 18 * 60)).firstEntry().getValue());
        WorkPlan plan = new WorkPlan(BERLIN, weeks, Set.of(), Map.of());

        assertThat(hours(plan, "2026-06-30T15:00", "2026-07-01T15:00")).isEqualTo(2 + 3);
    }

    @Test
    void work_overlappingShifts_countOnce() {
        WorkPlan plan = week(WORKDAYS, NINE_TO_FIVE, new WorkShift(16 * 60, 18 * 60), new WorkShift(17 * 60, 19 * 60));

        assertThat(hours(plan, "2026-03-02T00:00", "2026-03-03T00:00")).isEqualTo(10);
    }

    @Test
    void work_instantOutsideTheDays_isRefusedAndNotTakenForIdle() {
        WorkCalendar calendar =
                WorkCalendar.of(week(WORKDAYS, NINE_TO_FIVE), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));

        assertThatThrownBy(() -> calendar.work(us(BERLIN, "2026-03-01T23:59"), us(BERLIN, "2026-03-02T10:00")))
                .hasMessage("Invalid instant: it is outside the days that the calendar covers");
        assertThatThrownBy(() -> WorkCalendar.of(
                        week(WORKDAYS, NINE_TO_FIVE), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)))
                .hasMessage("Invalid calendar: its last day is before its first");
    }

    @ParameterizedTest
    @CsvSource({"-1, 60", "1440, 1500", "60, 60", "60, 1501"})
    void shift_thatIsNone_isRefused(int from, int to) {
        assertThatThrownBy(() -> new WorkShift(from, to))
                .hasMessage("Invalid shift: it must begin within a day, and last up to 24 hours");
    }

    static List<Arguments> calendars() {
        List<Arguments> all = new ArrayList<>();
        // Half-hour saving; a day that was skipped whole; clocks set at midnight; none.
        List<String> zones = List.of(
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "America/Sao_Paulo",
                "Asia/Kolkata");
        for (int i = 0; i < 60; i++) {
            all.add(new Arguments(i, ZoneId.of(zones.get(i % zones.size()))));
        }
        return all;
    }

    record Arguments(long seed, ZoneId zone) {}

    @ParameterizedTest
    @MethodSource("calendars")
    void work_anyCalendar_isWhatAClockReadMinuteByMinuteGives(Arguments given) {
        RandomGenerator random = random(given.seed());
        LocalDate first = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(365));
        WorkPlan plan = plan(random, given.zone(), first);
        LocalDate last = first.plusDays(14 + random.nextInt(40));
        WorkCalendar calendar = WorkCalendar.of(plan, first, last);
        long from = first.atStartOfDay(given.zone()).toEpochSecond() / 60;
        long to = last.plusDays(1).atStartOfDay(given.zone()).toEpochSecond() / 60;

        long naive = 0;
        for (long minute = from; minute < to; minute++) {
            assertThat(calendar.work(from * MINUTE, minute * MINUTE)).isEqualTo(naive * MINUTE);
            naive += works(plan, minute) ? 1 : 0;
        }
        assertThat(calendar.work(from * MINUTE, to * MINUTE)).isEqualTo(naive * MINUTE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void work_anyInstants_addsUpIsAntisymmetricAndNeverMoreThanTheWall(long seed) {
        RandomGenerator random = random(seed);
        LocalDate first = LocalDate.of(2026, 1, 1);
        WorkCalendar calendar = WorkCalendar.of(plan(random, BERLIN, first), first, first.plusDays(400));
        for (int i = 0; i < 2_000; i++) {
            long x = us(BERLIN, "2026-01-01T00:00") + random.nextLong(400 * 24 * HOUR);
            long y = us(BERLIN, "2026-01-01T00:00") + random.nextLong(400 * 24 * HOUR);
            long z = us(BERLIN, "2026-01-01T00:00") + random.nextLong(400 * 24 * HOUR);

            assertThat(calendar.work(x, x)).isZero();
            assertThat(calendar.work(x, y)).isEqualTo(-calendar.work(y, x));
            assertThat(calendar.work(x, y) + calendar.work(y, z)).isEqualTo(calendar.work(x, z));
            assertThat(calendar.work(Math.min(x, y), Math.max(x, y))).isBetween(0L, Math.abs(y - x));
        }
    }

    private static boolean works(WorkPlan plan, long minute) {
        ZonedDateTime shown = Instant.ofEpochSecond(minute * 60).atZone(plan.zone());
        return within(plan.shifts(shown.toLocalDate()), shown.getHour() * 60 + shown.getMinute())
                || within(
                        plan.shifts(shown.toLocalDate().minusDays(1)),
                        shown.getHour() * 60 + shown.getMinute() + 24 * 60);
    }

    private static boolean within(List<WorkShift> shifts, int minute) {
        return shifts.stream().anyMatch(shift -> shift.fromMinute() <= minute && minute < shift.toMinute());
    }

    private static WorkPlan plan(RandomGenerator random, ZoneId zone, LocalDate first) {
        TreeMap<LocalDate, Map<DayOfWeek, List<WorkShift>>> weeks = new TreeMap<>();
        Set<LocalDate> holidays = new HashSet<>();
        Map<LocalDate, List<WorkShift>> exceptions = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            Map<DayOfWeek, List<WorkShift>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, shifts(random));
            }
            weeks.put(first.plusDays(random.nextInt(30)), week);
            holidays.add(first.plusDays(random.nextInt(30)));
            exceptions.put(first.plusDays(random.nextInt(30)), shifts(random));
        }
        return new WorkPlan(zone, weeks, holidays, exceptions);
    }

    private static List<WorkShift> shifts(RandomGenerator random) {
        List<WorkShift> shifts = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            int from = random.nextInt(24 * 60);
            shifts.add(new WorkShift(from, from + 1 + random.nextInt(24 * 60)));
        }
        return shifts;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static WorkPlan week(List<DayOfWeek> days, WorkShift... shifts) {
        return new WorkPlan(BERLIN, weeks(days, shifts), Set.of(), Map.of());
    }

    private static TreeMap<LocalDate, Map<DayOfWeek, List<WorkShift>>> weeks(
            List<DayOfWeek> days, WorkShift... shifts) {
        Map<DayOfWeek, List<WorkShift>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(shifts)));
        return new TreeMap<>(Map.of(LocalDate.of(2026, 1, 1), week));
    }

    private static long hours(WorkPlan plan, String from, String to) {
        long us = work(plan, from, to);
        assertThat(us % HOUR).isZero();
        return us / HOUR;
    }

    private static long work(WorkPlan plan, String from, String to) {
        WorkCalendar calendar = WorkCalendar.of(
                plan,
                LocalDateTime.parse(from).toLocalDate(),
                LocalDateTime.parse(to).toLocalDate());
        return calendar.work(us(plan.zone(), from), us(plan.zone(), to));
    }

    private static long us(ZoneId zone, String local) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, LocalDateTime.parse(local).atZone(zone).toInstant());
    }
}
