package com.opsatc.jobs.report.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
    @ParameterizedTest
    @CsvSource({
        "ratio,  0.0102, 0.0094, 0.0110, 1.02~%,  0.94 to 1.10~%",
        "ratio,  0.0102, 0.0086, 0.0118, 1.02~%,  0.86 to 1.18~%",
        "ratio,  0.42,   0.02,   0.82,   42~%,    2 to 82~%",
        "ratio,  0.5,    0.5,    0.5,    50.000~%, 50.000 to 50.000~%",
        "us,     231400, 218000, 244000, 231~ms,  218 to 244~ms",
        "us,     1100000, 700000, 1500000, 1.1~s, 0.7 to 1.5~s",
        "weight, 41.27,  38.91,  43.63,  41.3,    38.9 to 43.6",
        "weight, 3,      -9,     15,     3,       -9 to 15",
        "other,  1234.5, 1200,   1269,   '1,235', '1,200 to 1,269'",
    })
    void text_decimals_areThoseTheIntervalLeaves(
            String unit, BigDecimal value, BigDecimal low, BigDecimal high, String text, String range) {
        Measure measure = Measure.of(unit, value, low, high);

        assertThat(measure.text(value)).isEqualTo(text.replace('~', '\u00a0'));
        assertThat(measure.range(low, high)).isEqualTo(range.replace('~', '\u00a0'));
    }
}
