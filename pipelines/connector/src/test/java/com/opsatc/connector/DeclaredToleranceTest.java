package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.figure.Tolerance;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredToleranceTest {
    @Test
    void of_nothingDeclared_isAnyEarlierDateAndAllThatWasOrdered() {
        assertThat(DeclaredTolerance.of(Map.of("delivered", "quantity")))
                .isEqualTo(new Tolerance(null, 0, BigDecimal.ZERO, null, "completing"));
    }

    @Test
    void of_entryWithoutQuantities_hasDaysAlone() {
        assertThat(DeclaredTolerance.of(Map.of("done", "date", "tolerance", Map.of("early-days", 0, "late-days", "2"))))
                .isEqualTo(new Tolerance(0, 2, null, null, null));
    }

    @Test
    void of_allDeclared_isWhatTheySay() {
        Map<String, Object> entry = Map.of(
                "deliveries",
                Map.of(),
                "on-time-by",
                "first",
                "tolerance",
                Map.of("early-days", "unlimited", "late-days", 3, "under-percent", "2.5", "over-percent", 110));

        assertThat(DeclaredTolerance.of(entry))
                .isEqualTo(new Tolerance(null, 3, new BigDecimal("2.5"), BigDecimal.valueOf(110), "first"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "early-days | soon | tolerance.early-days must be a number, or unlimited",
                "early-days | -1 | tolerance.early-days must be a whole number of days, at most 3650, or unlimited",
                "late-days | unlimited | tolerance.late-days must be a number",
                "late-days | 1.5 | tolerance.late-days must be a whole number of days, at most 3650",
                "late-days | 3651 | tolerance.late-days must be a whole number of days, at most 3650",
                "under-percent | 101 | tolerance.under-percent must be a percentage from 0 to 100 with at most one decimal",
                "under-percent | 2.55 | tolerance.under-percent must be a percentage from 0 to 100 with at most one decimal",
                "over-percent | -1 | tolerance.over-percent must be a percentage from 0 to 1000 with at most one decimal,"
                        + " or unlimited"
            })
    void of_valueThatMeansNothing_namesTheKeyAndWhatIsExpected(String key, String value, String message) {
        assertThatThrownBy(() -> DeclaredTolerance.of(Map.of("delivered", "q", "tolerance", Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
