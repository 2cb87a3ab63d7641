package com.opsatc.contract.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureNameTest {
    @ParameterizedTest
    @CsvSource({
        "BEFORE,RATIO,RATIO",
        "BEFORE,MICROSECONDS,MICROSECONDS",
        "P50_US,RATIO,MICROSECONDS",
        "SHARE,MICROSECONDS,RATIO",
        "CHANGE_RATIO,MICROSECONDS,RATIO",
        "N_BEFORE,RATIO,COUNT",
        "WEEKS_AFTER,RATIO,COUNT",
        "CASES,MICROSECONDS,COUNT",
        "REOPENED_COUNT,MICROSECONDS,COUNT",
        "MEAN,MICROSECONDS,MICROSECONDS",
    })
    void unit_name_isItsOwnOrThatOfTheFigureBeside(FigureName name, Unit beside, Unit expected) {
        assertThat(name.unit(beside)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGE,-0.178600,RATIO,-17.9 pp",
        "CHANGE_LOW,-0.204,RATIO,-20.4 pp",
        "CHANGE,28080000000,MICROSECONDS,7.8 h",
        "CHANGE_RATIO,1.383,MICROSECONDS,138.3 %",
        "CHANGE_RATIO,1.383,RATIO,138.3 %",
        "N_BEFORE,1707,RATIO,'1,707'",
    })
    void text_name_saysUnitAndForm(FigureName name, BigDecimal value, Unit beside, String expected) {
        assertThat(name.text(value, beside)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "P50_US,median,median",
        "P90,90th percentile,ninetieth percentile",
        "CHANGE_LOW,change low,change low",
        "REOPENED_COUNT,reopened count,reopened count",
        "BACKLOG_COUNT,'open, at their age so far',open at their age so far",
    })
    void words_name_areWhatPeopleReadAndSay(FigureName name, String words, String spoken) {
        assertThat(name.words()).isEqualTo(words);
        assertThat(name.spoken()).isEqualTo(spoken);
    }

    @Test
    void ordered_figures_standByTheirSymbolsAsDocumentsHaveThem() {
        Map<FigureName, BigDecimal> figures = Map.of(
                FigureName.BEFORE, BigDecimal.ONE, FigureName.AFTER, BigDecimal.TEN, FigureName.CASES, BigDecimal.ONE);

        assertThat(FigureName.ordered(figures).keySet())
                .containsExactly(FigureName.AFTER, FigureName.BEFORE, FigureName.CASES);
    }
}
