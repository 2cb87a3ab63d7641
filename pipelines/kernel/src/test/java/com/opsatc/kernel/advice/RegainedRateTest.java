package com.opsatc.kernel.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

final class RegainedRateTest {
    @Test
    void toRateBefore_ofAFall_countsWholeMembersRoundedDown() {
        // 9 of 10 of 100 are 90; 70 are good.
        assertThat(RegainedRate.toRateBefore(9, 10, 70, 100)).isEqualTo(20);
        // 2 of 3 of 100 are 66.67.
        assertThat(RegainedRate.toRateBefore(2, 3, 60, 100)).isEqualTo(6);
    }

    @Test
    void toRateBefore_withoutAFall_isNothing() {
        assertThat(RegainedRate.toRateBefore(1, 2, 80, 100)).isZero();
    }

    @Test
    void atLeast_ofAShare_roundsDown() {
        assertThat(RegainedRate.atLeast(new BigDecimal("0.1299"), 100)).isEqualTo(12);
        assertThat(RegainedRate.atLeast(BigDecimal.ZERO, 100)).isZero();
    }

    @Test
    void toRateBefore_ofRandomCounts_isTheDecimalRule() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 500; round++) {
            int before = 1 + random.nextInt(1000);
            int after = 1 + random.nextInt(1000);
            int goodBefore = random.nextInt(before + 1);
            int goodAfter = random.nextInt(after + 1);
            BigDecimal expected = BigDecimal.valueOf((long) goodBefore * after)
                    .divide(BigDecimal.valueOf(before), 0, RoundingMode.FLOOR)
                    .subtract(BigDecimal.valueOf(goodAfter))
                    .max(BigDecimal.ZERO);

            assertThat(RegainedRate.toRateBefore(goodBefore, before, goodAfter, after))
                    .isEqualTo(expected.longValueExact());
        }
    }

    @Test
    void counts_thatAreNoShare_areRefused() {
        assertThatThrownBy(() -> RegainedRate.toRateBefore(0, 0, 0, 1))
                .hasMessage("Invalid share: it has members, and no more good ones than these");
        assertThatThrownBy(() -> RegainedRate.toRateBefore(1, 2, 3, 2)).hasMessageStartingWith("Invalid share");
        assertThatThrownBy(() -> RegainedRate.atLeast(new BigDecimal("-0.1"), 5))
                .hasMessage("Invalid fall: it is a share of members");
    }
}
