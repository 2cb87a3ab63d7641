package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewcombeTest {
    // Newcombe 1998, table II, method 10 (there as first less second): 56/70 - 48/80, 9/10 - 3/10, 10/10 - 0/10.
    @ParameterizedTest
    @CsvSource({"48,80,56,70,0.0524,0.3339", "3,10,9,10,0.1705,0.8090", "0,10,10,10,0.6075,1.0000"})
    void interval_publishedExamples_agreeToFourDecimals(long k1, long n1, long k2, long n2, String low, String high) {
        Wilson.Bounds bounds = Newcombe.interval(k1, n1, k2, n2);

        assertThat(bounds.low().setScale(4, java.math.RoundingMode.HALF_EVEN)).isEqualTo(new BigDecimal(low));
        assertThat(bounds.high().setScale(4, java.math.RoundingMode.HALF_EVEN)).isEqualTo(new BigDecimal(high));
    }

    @Test
    void interval_sidesSwapped_isTheNegative() {
        Wilson.Bounds one = Newcombe.interval(48, 80, 56, 70);
        Wilson.Bounds other = Newcombe.interval(56, 70, 48, 80);

        assertThat(other)
                .isEqualTo(new Wilson.Bounds(one.high().negate(), one.low().negate()));
    }
}
