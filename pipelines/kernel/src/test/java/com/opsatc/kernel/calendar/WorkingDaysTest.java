package com.opsatc.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 16);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);
    private static final WorkPlan OFFICE = plan(Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)));

    /** Clocks are set forward on Sunday 29 March, Good Friday is 3 April. */
    @ParameterizedTest(name = "{1} after {0} is due until {2} 24:00")
    @CsvSource({
        "2026-03-19T10:00, 1, 2026-03-20",
        "2026-03-19T10:00, 2, 2026-03-23",
        "2026-03-19T00:00, 2, 2026-03-23",
        "2026-03-19T23:59:59.999999, 2, 2026-03-23",
        "2026-03-21T12:00, 1, 2026-03-23",
        "2026-03-27T12:00, 1, 2026-03-30",
        "2026-04-02T12:00, 1, 2026-04-07",
        "2026-04-02T12:00, 3, 2026-04-09"
    })
    void endUs_ofADay_isTheEndOfTheWorkingDay(LocalDateTime from, int count, LocalDate due) {
        assertThat(WorkingDays.of(OFFICE, FIRST, LAST).endUs(us(from), count))
                .isEqualTo(us(due.plusDays(1).atStartOfDay()) - 1);
    }

    @Test
    void endUs_beyondTheDays_isNeverDue() {
        WorkingDays days = WorkingDays.of(OFFICE, FIRST, LAST);

        assertThat(days.endUs(us(LAST.minusDays(1).atStartOfDay()), 1))
                .isEqualTo(us(LAST.plusDays(1).atStartOfDay()) - 1);
        assertThat(days.endUs(us(LAST.atStartOfDay()), 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(days.endUs(us(FIRST.atStartOfDay()), Integer.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void endUs_againstCountingDayByDay_isEqual() {
        Random random = new Random(7);
        WorkingDays days = WorkingDays.of(OFFICE, FIRST, LAST);
        for (int i = 0; i < 500; i++) {
            LocalDate day = FIRST.plusDays(random.nextInt(25));
            int count = 1 + random.nextInt(9);
            LocalDate due = day;
            for (int left = count; left > 0; ) {
                due = due.plusDays(1);
                left -= OFFICE.shifts(due).isEmpty() ? 0 : 1;
            }

            assertThat(days.endUs(us(day.atTime(random.nextInt(24), 30)), count))
                    .as(day + " and " + count)
                    .isEqualTo(us(due.plusDays(1).atStartOfDay()) - 1);
        }
    }

    @Test
    void endUs_ofNoDayOrOutside_isRefused() {
        WorkingDays days = WorkingDays.of(OFFICE, FIRST, LAST);

        String why =
                "Invalid deadline: it needs at least one working day, after an instant of the days that are covered";
        assertThatThrownBy(() -> days.endUs(us(FIRST.atStartOfDay()), 0)).hasMessage(why);
        assertThatThrownBy(() -> days.endUs(us(FIRST.atStartOfDay()) - 1, 1)).hasMessage(why);
        assertThatThrownBy(() -> days.endUs(us(LAST.plusDays(1).atStartOfDay()), 1))
                .hasMessage(why);
        assertThatThrownBy(() -> WorkingDays.of(OFFICE, LAST, FIRST))
                .hasMessage("Invalid days: the last one is before the first");
    }

    private static WorkPlan plan(Set<LocalDate> holidays) {
        List<WorkShift> shifts = List.of(new WorkShift(8 * 60, 16 * 60));
        Map<DayOfWeek, List<WorkShift>> week = Stream.of(DayOfWeek.values())
                .filter(day -> day.getValue() <= 5)
                .collect(Collectors.toMap(day -> day, day -> shifts));
        return new WorkPlan(BERLIN, new TreeMap<>(Map.of(FIRST, week)), holidays, Map.of());
    }

    private static long us(LocalDateTime local) {
        Instant instant = local.atZone(BERLIN).toInstant();
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
    }
}
