package com.opsatc.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @Test
    void isFirstOfDay_ofAZone_isItsMidnightAndNotThatOfUtc() {
        long midnight = us(ZonedDateTime.of(2026, 3, 29, 0, 0, 0, 0, BERLIN));

        assertThat(LocalDays.isFirstOfDay(midnight, BERLIN)).isTrue();
        assertThat(LocalDays.isFirstOfDay(midnight, ZoneId.of("UTC"))).isFalse();
        assertThat(LocalDays.isFirstOfDay(midnight + 1, BERLIN)).isFalse();
        assertThat(LocalDays.isFirstOfDay(midnight - 1, BERLIN)).isFalse();
        assertThat(LocalDays.isFirstOfDay(midnight + 60_000_000, BERLIN)).isFalse();
    }

    /** There the clocks went from 00:00 to 01:00, so that the day began then. */
    @Test
    void isFirstOfDay_whereADayBeginsAfterMidnight_isThatInstant() {
        assertThat(LocalDays.isFirstOfDay(us(ZonedDateTime.of(2018, 11, 4, 1, 0, 0, 0, SAO_PAULO)), SAO_PAULO))
                .isTrue();
        assertThat(LocalDays.isFirstOfDay(us(ZonedDateTime.of(1965, 7, 1, 0, 0, 0, 0, BERLIN)), BERLIN))
                .isTrue();
    }

    private static long us(ZonedDateTime at) {
        return at.toEpochSecond() * 1_000_000;
    }
}
