package com.opsatc.connector.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {
    /** Of 24 to 28 December 2026, Thursday to Monday, by the law of each; 26 December is a Saturday, observed on Monday in Britain. */
    @ParameterizedTest
    @CsvSource({
        "DE, , 25 26",
        "US, , 25",
        "GB, eng, 25 28",
        "FR, , 25",
        "PL, , 24 25 26",
        "NL, , 25 26",
        "IT, , 25 26",
        "ES, , 25",
        "JP, , ''",
        "AU, , 25 26 28",
    })
    void days_christmas_areThoseOfTheCountry(String country, String region, String days) {
        TreeSet<LocalDate> expected = new TreeSet<>();
        Arrays.stream(days.split(" "))
                .filter(day -> !day.isEmpty())
                .forEach(day -> expected.add(LocalDate.of(2026, 12, Integer.parseInt(day))));

        assertThat(new HolidayPlace(country, region).days(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 28)))
                .isEqualTo(expected);
    }

    /** Christmas Eve is a holiday in Poland since 2025. */
    @Test
    void days_lawThatChanged_countsFromItsYearOn() {
        assertThat(new HolidayPlace("PL", null).days(LocalDate.of(2024, 12, 24), LocalDate.of(2024, 12, 25)))
                .containsExactly(LocalDate.of(2024, 12, 25));
    }

    @Test
    void days_region_addsItsOwn() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);

        assertThat(new HolidayPlace("DE", null).days(epiphany, epiphany)).isEmpty();
        assertThat(new HolidayPlace("de", "by").days(epiphany, epiphany)).containsExactly(epiphany);
    }

    @Test
    void problem_unknownPlace_namesWhatThereIsAndWhatMayBeMeant() {
        assertThat(PublicHolidays.problem(new HolidayPlace("XQ", null)).orElseThrow())
                .startsWith("no holidays are known of that country")
                .contains("; countries are [")
                .contains("DE, ");
        assertThat(PublicHolidays.problem(new HolidayPlace("DE", "ny")).orElseThrow())
                .startsWith("no such region of DE; did you mean b")
                .contains("; there are [bb, be, bw, by, ");
        assertThat(PublicHolidays.problem(new HolidayPlace("DE", "by/ag"))).isEqualTo(Optional.empty());
    }
}
