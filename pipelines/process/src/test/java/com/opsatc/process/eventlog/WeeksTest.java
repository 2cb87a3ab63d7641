package com.opsatc.process.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WeeksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void between_weekWithClockChange_isOneHourShorter() {
        Weeks weeks = Weeks.between(us("2026-03-25T12:00:00Z"), us("2026-03-31T12:00:00Z"), BERLIN);

        assertThat(weeks.mondays()).containsExactly(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 30));
        assertThat(weeks.startsUs()).containsExactly(us("2026-03-22T23:00:00Z"), us("2026-03-29T22:00:00Z"));
    }

    @Test
    void between_lastMomentOfSunday_staysInItsWeek() {
        long sunday = us("2026-03-29T21:59:59.999999Z");

        assertThat(Weeks.between(sunday, sunday, BERLIN).mondays()).containsExactly(LocalDate.of(2026, 3, 23));
        assertThat(Weeks.between(sunday + 1, sunday + 1, BERLIN).mondays()).containsExactly(LocalDate.of(2026, 3, 30));
    }

    @Test
    void between_before1970_counts() {
        assertThat(Weeks.between(-1, 0, ZoneId.of("UTC")).mondays()).containsExactly(LocalDate.of(1969, 12, 29));
    }

    private static long us(String instant) {
        Instant parsed = Instant.parse(instant);
        return parsed.getEpochSecond() * 1_000_000 + parsed.getNano() / 1_000;
    }
}
