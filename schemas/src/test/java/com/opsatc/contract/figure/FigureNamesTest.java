package com.opsatc.contract.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

    @ParameterizedTest
    @CsvSource({
        "change,-0.178600,RATIO,-17.9 pp",
        "change_low,-0.204,RATIO,-20.4 pp",
        "change,28080000000,MICROSECONDS,7.8 h",
        "change_ratio,1.383,MICROSECONDS,138.3 %",
        "changed,0.5,RATIO,50.0 %",
        "n_before,1707,RATIO,'1,707'",
    })
    void text_name_saysUnitAndForm(String name, BigDecimal value, Unit beside, String expected) {
        assertThat(FigureNames.text(name, value, beside)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "p50_us,median",
        "p90,90th percentile",
        "recoverable_us,time beyond the target",
        "change_low,change low",
        "reopened_count,reopened count",
    })
    void words_name_areWhatPeopleRead(String name, String expected) {
        assertThat(FigureNames.words(name)).isEqualTo(expected);
    }
}
