package com.opsatc.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class XmrLimitsTest {
    @Test
    void of_twelveFullWeeks_areMeanAndMeanMovingRange() {
        // Mean 11; every moving range is 2; 2.66 x 2 = 5.32.
        XmrLimits limits =
                XmrLimits.of(Series.of("10 12 10 12 10 12 10 12 10 12 10 12")).orElseThrow();

        assertThat(limits.mean()).isEqualByComparingTo("11");
        assertThat(limits.lower()).isEqualByComparingTo("5.68");
        assertThat(limits.upper()).isEqualByComparingTo("16.32");
        assertThat(limits.weeks()).isEqualTo(12);
    }

    @Test
    void of_elevenFullWeeks_areAbsent() {
        assertThat(XmrLimits.of(Series.of("10 12 10 12 10 12 10 12 10 12 10"))).isEmpty();
    }

    @Test
    void of_partialAndEmptyWeeks_doNotCount() {
        assertThat(XmrLimits.of(Series.of("10 12 10 12 10 12 10 12 10 12 10 99~")))
                .isEmpty();
        assertThat(XmrLimits.of(Series.of("99~ 10 12 10 12 10 12 - 10 12 10 12 10 12 99~")))
                .hasValueSatisfying(limits -> {
                    assertThat(limits.mean()).isEqualByComparingTo("11");
                    assertThat(limits.upper()).isEqualByComparingTo("16.32");
                });
    }

    @Test
    void of_wideSeries_neverReachesBelowNothing() {
        XmrLimits limits =
                XmrLimits.of(Series.of("0 20 0 20 0 20 0 20 0 20 0 20")).orElseThrow();

        assertThat(limits.lower()).isEqualByComparingTo("0");
        assertThat(limits.excludes(BigDecimal.ZERO)).isFalse();
        assertThat(limits.excludes(new BigDecimal("63.2"))).isFalse();
        assertThat(limits.excludes(new BigDecimal("63.3"))).isTrue();
    }
}
