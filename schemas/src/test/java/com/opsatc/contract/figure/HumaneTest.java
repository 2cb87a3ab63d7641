package com.opsatc.contract.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumaneTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1 µs",
        "999, 999 µs",
        "1000, 1 ms",
        "1500, 1.5 ms",
        "999949, '1,000 ms'",
        "1000000, 1 s",
        "59949999, 59.9 s",
        "60000000, 1 min",
        "90000000, 1.5 min",
        "3600000000, 1 h",
        "57096982800, 15.9 h",
        "172799999999, 48 h",
        "172800000000, 2 d",
        "535680000000, 6.2 d",
        "8640000000000, 100 d",
        "8683200000000, 101 d",
        "106704000000000, '1,235 d'",
        "-5400000000, -1.5 h"
    })
    void duration_takesTheLargestUnit(long us, String expected) {
        assertThat(Humane.duration(us)).isEqualTo(expected);
    }

    /** 32 hours are four working days of eight, and no 1.3 days. */
    @ParameterizedTest
    @CsvSource({
        "115200000000, 32 working h",
        "3600000000000, '1,000 working h'",
        "5400000000, 1.5 working h",
        "-5400000000, -1.5 working h",
        "90000000, 1.5 working min",
        "0, 0 working s"
    })
    void workingTime_isInHoursHoweverLong(long us, String expected) {
        assertThat(Unit.WORKING_MICROSECONDS.text(BigDecimal.valueOf(us))).isEqualTo(expected);
    }

    @Test
    void figure_everyUnit_isStated() {
        assertThat(Unit.RATIO.text(new BigDecimal("0.885122"))).isEqualTo("88.5 %");
        assertThat(Unit.RATIO.text(new BigDecimal("0.99996"))).isEqualTo("100.0 %");
        assertThat(Unit.COUNT.text(new BigDecimal("10324"))).isEqualTo("10,324");
        assertThat(Unit.MICROSECONDS.text(new BigDecimal("57096982800"))).isEqualTo("15.9 h");
        assertThat(Humane.count(-1234567)).isEqualTo("-1,234,567");
    }
}
