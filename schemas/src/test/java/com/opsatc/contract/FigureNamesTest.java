package com.opsatc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureNamesTest {
    @ParameterizedTest
    @CsvSource({
        "before,RATIO,RATIO",
        "before,MICROSECONDS,MICROSECONDS",
        "p50_us,RATIO,MICROSECONDS",
        "share,MICROSECONDS,RATIO",
        "change_ratio,MICROSECONDS,RATIO",
        "n_before,RATIO,COUNT",
        "weeks_after,RATIO,COUNT",
        "cases,MICROSECONDS,COUNT",
        "reopened_count,MICROSECONDS,COUNT",
        "counter,MICROSECONDS,MICROSECONDS",
        "mean,MICROSECONDS,MICROSECONDS",
    })
    void unit_name_saysItOrItIsThatOfTheFigureBeside(String name, Unit beside, Unit expected) {
        assertThat(FigureNames.unit(name, beside)).isEqualTo(expected);
    }
}
