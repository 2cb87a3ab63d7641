package com.opsatc.kernel.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeBandTest {
    @Test
    void of_durationsBelowWithinAndBeyond_takesThePartInside() {
        TimeBand band = new TimeBand(10, 20);

        assertThat(new long[] {band.of(4), band.of(10), band.of(12), band.of(20), band.of(50)})
                .containsExactly(0, 0, 2, 10, 10);
        assertThat(TimeBand.above(10).of(50)).isEqualTo(40);
        assertThat(TimeBand.above(10).isOpen()).isTrue();
        assertThat(band.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sum_ofRandomDurations_isOneMicrosecondAtATime(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 50; round++) {
            long[] durations = random.longs(random.nextInt(20), 0, 100).toArray();
            int floor = random.nextInt(60);
            int ceiling = floor + random.nextInt(60);
            long naive = 0;
            for (long duration : durations) {
                for (long us = 0; us < duration; us++) {
                    naive += us >= floor && us < ceiling ? 1 : 0;
                }
            }

            assertThat(new TimeBand(floor, ceiling).sum(durations)).isEqualTo(naive);
            assertThat(TimeBand.above(floor).sum(durations))
                    .isEqualTo(new TimeBand(floor, ceiling).sum(durations)
                            + TimeBand.above(ceiling).sum(durations));
        }
    }

    @Test
    void band_negativeOrUpsideDown_isRefused() {
        assertThatThrownBy(() -> TimeBand.above(-1))
                .hasMessage("Invalid band: a floor is not negative, and no higher than its ceiling");
        assertThatThrownBy(() -> new TimeBand(5, 4)).hasMessageStartingWith("Invalid band");
    }

    @Test
    void sum_beyondALong_fails() {
        assertThatThrownBy(() -> TimeBand.above(0).sum(new long[] {Long.MAX_VALUE, 1}))
                .isInstanceOf(ArithmeticException.class);
    }
}
