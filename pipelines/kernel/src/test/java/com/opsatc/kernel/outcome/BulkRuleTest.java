package com.opsatc.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BulkRuleTest {
    @Test
    void from_minutesWithOneEndEach_isTen() {
        assertThat(from(Map.of(1L, 100L, 2L, 3L, 40L, 2L))).isEqualTo(10);
        assertThat(BulkRule.minutes(new TreeMap<>(Map.of(1L, 100L, 9L, 3L, 10L, 1L, 40L, 2L))))
                .isEqualTo(3);
    }

    /** What is usual there is the lower of the two in the middle: a minute of seven, so seventy. */
    @Test
    void from_aBusyProcess_isTenTimesItsUsualMinute() {
        assertThat(from(Map.of(7L, 5L, 8L, 5L))).isEqualTo(70);
        assertThat(from(Map.of(7L, 4L, 8L, 5L))).isEqualTo(80);
    }

    @Test
    void from_nothing_isTen() {
        assertThat(from(Map.of())).isEqualTo(10);
        assertThat(BulkRule.minutes(new TreeMap<>())).isZero();
    }

    private static long from(Map<Long, Long> minutes) {
        return BulkRule.from(new TreeMap<>(minutes));
    }
}
