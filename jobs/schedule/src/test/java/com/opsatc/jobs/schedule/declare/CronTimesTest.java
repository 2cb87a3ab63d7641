package com.opsatc.jobs.schedule.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTimesTest {
    @Test
    void next_atTheInstantItself_isTheOneAfter() {
        assertThat(times("0 2 * * *", "UTC", "2026-03-04T02:00:00Z", 2))
                .containsExactly("2026-03-05T02:00:00Z", "2026-03-06T02:00:00Z");
        assertThat(times("0 2 * * *", "UTC", "2026-03-04T01:59:59.999999999Z", 1))
                .containsExactly("2026-03-04T02:00:00Z");
    }

    /** On 29 March 2026 Berlin's clocks go from 02:00+01:00 to 03:00+02:00, which is 01:00 UTC. */
    @Test
    void next_timeThatDoesNotExist_isTheFirstInstantThatDoes() {
        assertThat(times("30 2 * * *", "Europe/Berlin", "2026-03-28T02:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void next_severalTimesThatDoNotExist_comeTogetherWithTheOneThatDoes() {
        // 02:00, 02:20 and 02:40 do not exist, 03:00 does, and all are one instant.
        assertThat(times("*/20 2,3 * * *", "Europe/Berlin", "2026-03-29T00:00:00Z", 4))
                .containsExactly(
                        "2026-03-29T01:00:00Z", "2026-03-29T01:20:00Z", "2026-03-29T01:40:00Z", "2026-03-30T00:00:00Z");
    }

    @Test
    void next_theFirstTimeAfterTheGap_isNotLost() {
        assertThat(times("0 3 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", 1))
                .containsExactly("2026-03-29T01:00:00Z");
        assertThat(times("0 * * * *", "Europe/Berlin", "2026-03-29T00:30:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z");
    }

    /** On 25 October 2026 they go from 03:00+02:00 to 02:00+01:00, which is 01:00 UTC. */
    @Test
    void next_timeThatExistsTwice_isTheFirst() {
        assertThat(times("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void next_askedBetweenTheTwo_isTheNextDay() {
        assertThat(times("30 2 * * *", "Europe/Berlin", "2026-10-25T00:45:00Z", 1))
                .containsExactly("2026-10-26T01:30:00Z");
        assertThat(times("30 2 * * *", "Europe/Berlin", "2026-10-25T01:15:00Z", 1))
                .containsExactly("2026-10-26T01:30:00Z");
    }

    @Test
    void next_everyHour_followsTheHoursThatPass() {
        assertThat(times("30 * * * *", "Europe/Berlin", "2026-10-24T23:45:00Z", 3))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z");
        // 01:30, then 03:30 with no time in between that was left out.
        assertThat(times("30 * * * *", "Europe/Berlin", "2026-03-29T00:15:00Z", 2))
                .containsExactly("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z");
    }

    /** Lord Howe's clocks move by half an hour: on 5 April 2026 from 02:00+11:00 to 01:30+10:30, at 15:00 UTC of the 4th. */
    @Test
    void next_changeOfHalfAnHour_isHandledAlike() {
        assertThat(times("45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00:00Z", 2))
                .containsExactly("2026-04-04T14:45:00Z", "2026-04-05T15:15:00Z");
        // On 4 October from 02:00+10:30 to 02:30+11:00, at 15:30 UTC of the 3rd.
        assertThat(times("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", 2))
                .containsExactly("2026-10-03T15:30:00Z", "2026-10-04T15:15:00Z");
    }

    @Test
    void next_bothDaysRestricted_eitherIsEnough() {
        // 1 March 2026 is a Sunday.
        assertThat(times("0 0 2,10 3 WED", "UTC", "2026-02-28T00:00:00Z", 4))
                .containsExactly(
                        "2026-03-02T00:00:00Z", "2026-03-04T00:00:00Z", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z");
    }

    @Test
    void next_sunday_isZeroAndSevenAndItsName() {
        for (String sunday : List.of("0", "7", "SUN")) {
            assertThat(times("0 6 * * " + sunday, "UTC", "2026-03-04T00:00:00Z", 2))
                    .as(sunday)
                    .containsExactly("2026-03-08T06:00:00Z", "2026-03-15T06:00:00Z");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * * *         | at 02:00, Europe/Berlin",
                "30 2 * * MON-FRI  | at 02:30 every day between Monday and Friday, Europe/Berlin",
                "*/15 * * * *      | every 15 minutes, Europe/Berlin",
            })
    void words_ofATime_areEnglish(String cron, String words) {
        assertThat(CronTimes.of(cron, ZoneId.of("Europe/Berlin")).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 2 * *", "60 2 * * *", "0 2 * * MOON", "0 0 30 2 *", "nightly at two"})
    void of_noTimes_isRefused(String cron) {
        assertThatThrownBy(() -> CronTimes.of(cron, ZoneId.of("UTC"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> times(String cron, String zone, String after, int count) {
        CronTimes times = CronTimes.of(cron, ZoneId.of(zone));

        return Stream.iterate(times.next(Instant.parse(after)), times::next)
                .limit(count)
                .map(Instant::toString)
                .toList();
    }
}
