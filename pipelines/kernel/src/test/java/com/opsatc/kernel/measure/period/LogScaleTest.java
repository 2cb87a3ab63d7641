package com.opsatc.kernel.measure.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.visit.RandomLogs;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogScaleTest {
    /** 3,600 s: 1000 * log2(3601) = 11,814.2; a year: 1000 * log2(31,536,001) = 24,910.5. */
    @ParameterizedTest
    @CsvSource({"0,0", "1000000,1000", "3000000,2000", "3600000000,11814", "31536000000000,24910", "1,0", "347,1"})
    void of_knownDuration_isItsPlace(long us, int place) {
        assertThat(LogScale.of(us)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_anyDuration_equalsTheLogarithmItself(long seed) {
        RandomGenerator random = RandomLogs.generator(seed);
        for (int i = 0; i < 200_000; i++) {
            long us = (long) Math.exp(random.nextDouble() * 42);
            assertThat(LogScale.of(us)).isEqualTo(LogScale.exactly(us));
        }
    }

    @Test
    void of_aroundEveryStep_risesExactlyWhereTheLogarithmDoes() {
        for (int place = 1; place < 42_000; place++) {
            long us = (long) ((StrictMath.pow(2, (place - 0.5) / 1000) - 1) * 1e6);
            for (long near = Math.max(0, us - 2); near <= us + 2; near++) {
                assertThat(LogScale.of(near)).isEqualTo(LogScale.exactly(near));
            }
        }
    }

    @Test
    void of_quarterLonger_movesBy322() {
        assertThat(LogScale.of(125_000_000_000L) - LogScale.of(100_000_000_000L))
                .isEqualTo(322);
    }
}
