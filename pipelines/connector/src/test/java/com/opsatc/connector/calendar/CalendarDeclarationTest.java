package com.opsatc.connector.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalendarDeclarationTest {
    @Test
    void weeks_rangesAndNights_areReadAsMinutes() {
        CalendarDeclaration declared = new CalendarDeclaration(
                null,
                new TreeMap<>(Map.of("fri-sun", List.of("22:00-06:00"), "mon", List.of("08:00-12:00", "13:00-24:00"))),
                null,
                new TreeMap<>(Map.of("2026-12-24", List.of())),
                List.of(new PlanChange("2026-07-01", new TreeMap<>(Map.of("tue", List.of("00:00-24:00"))))));

        DeclaredShift night = new DeclaredShift(1_320, 1_800);
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.weeks())
                .isEqualTo(new TreeMap<>(Map.of(
                        LocalDate.MIN,
                        Map.of(
                                DayOfWeek.MONDAY, List.of(new DeclaredShift(480, 720), new DeclaredShift(780, 1_440)),
                                DayOfWeek.FRIDAY, List.of(night),
                                DayOfWeek.SATURDAY, List.of(night),
                                DayOfWeek.SUNDAY, List.of(night)),
                        LocalDate.of(2026, 7, 1),
                        Map.of(DayOfWeek.TUESDAY, List.of(new DeclaredShift(0, 1_440))))));
        assertThat(declared.ownDays()).isEqualTo(Map.of(LocalDate.of(2026, 12, 24), List.of()));
        assertThat(declared.holidays(LocalDate.MIN.plusYears(2), LocalDate.MIN.plusYears(2)))
                .isEmpty();
        assertThat(declared.zoneOr(ZoneOffset.UTC)).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void problems_manyFaults_areNamedAtOnceWithTheirPlaces() {
        CalendarDeclaration declared = new CalendarDeclaration(
                "Europe/Berln",
                new TreeMap<>(Map.of("mon-fry", List.of("08:00-12:00"))),
                new HolidayPlace("DE", "bx"),
                new TreeMap<>(Map.of("2026-02-30", List.of())),
                List.of(
                        new PlanChange("2026-07-01", new TreeMap<>(Map.of("mon", List.of("8-12")))),
                        new PlanChange(
                                "2026-07-01", new TreeMap<>(Map.of("mon-wed", List.of(), "wed-fri", List.of())))));

        assertThat(declared.problems())
                .containsExactly(
                        "/zone: no such time zone; did you mean Europe/Berlin or Europe/Dublin?",
                        "/shifts: days are [mon, tue, wed, thu, fri, sat, sun], or a range as mon-fri; did you mean fri?",
                        "/changes/0/shifts: a shift is written as 08:00-17:00, up to 24:00",
                        "/changes/1/shifts: a day is named twice",
                        "/exceptions: no such day: days are written as 2026-12-24",
                        "/changes: two begin on one day",
                        "/holidays: no such region of DE; did you mean bb or be?; there are [bb, be, bw, by, hb, he, hh, mv,"
                                + " ni, nw, rp, sh, sl, sn, st, th]");
    }
}
