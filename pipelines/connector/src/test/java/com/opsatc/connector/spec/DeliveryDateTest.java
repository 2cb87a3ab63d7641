package com.opsatc.connector.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeliveryDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*_{yyyyMMdd}*; LIKP_20260109.csv; 2026-01-09T00:00",
                "*_{yyyyMMdd}*; likp_20260109.CSV.gz; 2026-01-09T00:00",
                "*{yyyy-MM-dd}*; 2026-01-09 full.csv; 2026-01-09T00:00",
                "*{yyyyMMddTHHmmss}*; full_20260109T181530.csv; 2026-01-09T18:15:30",
                "*{yyyyMMdd}*, *{dd.MM.yyyy}*; full 09.01.2026.csv; 2026-01-09T00:00",
                "{yyyyMMdd}/*; 20260109/LIKP.csv; 2026-01-09T00:00",
                "*{yyyyMMdd}*; 20260108/LIKP_20260109.csv; 2026-01-09T00:00",
                // From and to: what was delivered holds the days to the last.
                "*{yyyyMMdd}*; LIKP_20260101_20260109.csv; 2026-01-09T00:00",
                "*{yyyyMMdd}*; LIKP_20260109_20260101.csv; 2026-01-09T00:00"
            })
    void in_aNameThatFits_isItsDate(String patterns, String name, String date) {
        assertThat(DeliveryDate.in(patterns, name)).map(Object::toString).contains(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*_{yyyyMMdd}*; LIKP.csv",
                "*_{yyyyMMdd}*; LIKP_2026010.csv",
                "*{yyyyMMdd}*; LIKP_1736467200123.csv",
                "*{yyyyMMdd}*; LIKP_20260231.csv",
                "*{yyyyMMdd}*; customer_10101010.csv",
                "LIPS_{yyyyMMdd}*; LIKP_20260109.csv",
                "*{yyyyMMdd}*; 20260109/LIKP.csv"
            })
    void in_aNameThatTellsNoDate_isEmpty(String patterns, String name) {
        assertThat(DeliveryDate.in(patterns, name)).isEmpty();
    }

    @Test
    void problems_ofPatternsThatTellNoDay_nameThem() {
        assertThat(DeliveryDate.problems("*_{yyyyMMdd}*, {yyyy-MM-ddTHH:mm}.csv"))
                .isEmpty();
        assertThat(DeliveryDate.problems("")).isEmpty();
        assertThat(DeliveryDate.problems("*.csv, *{yyyy}{MM}*, *{yyyyMM}*, *{yyyyQQdd}*"))
                .containsExactly(
                        "the pattern *.csv has no one date in braces, such as *_{yyyyMMdd}*",
                        "the pattern *{yyyy}{MM}* has no one date in braces, such as *_{yyyyMMdd}*",
                        "the date {yyyyMM} is not made of yyyy, MM and dd, and HH, mm, ss where the names tell a time",
                        "the date {yyyyQQdd} is not made of yyyy, MM and dd, and HH, mm, ss where the names tell a"
                                + " time");
    }
}
