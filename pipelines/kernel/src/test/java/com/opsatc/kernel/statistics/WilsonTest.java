package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /** Newcombe 1998, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void interval_publishedCase_hasThePublishedEnds(long k, long n, BigDecimal low, BigDecimal high) {
        Wilson.Bounds bounds = Wilson.interval(k, n);

        assertThat(bounds.low().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(low);
        assertThat(bounds.high().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(high);
    }

    @Test
    void interval_noneOrAll_endsExactlyAtZeroOrOne() {
        for (long n = 1; n < 2_000; n++) {
            assertThat(Wilson.interval(0, n).low()).isEqualTo("0.000000");
            assertThat(Wilson.interval(n, n).high()).isEqualTo("1.000000");
        }
    }

    @Test
    void interval_largeCounts_holdsTheShare() {
        Wilson.Bounds bounds = Wilson.interval(9_138, 10_324);

        assertThat(bounds).isEqualTo(new Wilson.Bounds(new BigDecimal("0.878827"), new BigDecimal("0.891130")));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-1,5", "6,5"})
    void interval_impossibleCounts_fails(long k, long n) {
        assertThatThrownBy(() -> Wilson.interval(k, n))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid share " + k + " of " + n + ": expected 0 to n members of at least one");
    }
}
