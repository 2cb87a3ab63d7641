package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileTest {
    @ParameterizedTest
    @CsvSource({"0,1,1", "1,1,8", "1,2,3", "1,4,2", "3,4,5", "9,10,7", "1,3,2"})
    void type7_fourValues_interpolates(int numerator, int denominator, long expected) {
        // ranks 0, 3, 1.5, 0.75, 2.25, 2.7, 1; values 1, 8, 3, 1.75, 5, 6.8, 2
        assertThat(Quantile.type7(new long[] {8, 1, 4, 2}, numerator, denominator))
                .isEqualTo(expected);
    }

    @Test
    void type7_halves_roundsToTheEvenOne() {
        assertThat(Quantile.type7(new long[] {1, 2}, 1, 2)).isEqualTo(2);
        assertThat(Quantile.type7(new long[] {2, 3}, 1, 2)).isEqualTo(2);
        assertThat(Quantile.type7(new long[] {-3, -2}, 1, 2)).isEqualTo(-2);
    }

    @Test
    void type7_extremeValues_doesNotOverflow() {
        assertThat(Quantile.type7(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, 1, 2))
                .isZero();
        assertThat(Quantile.type7(new long[] {0, Long.MAX_VALUE}, 99, 100))
                .isEqualTo(new BigDecimal(Long.MAX_VALUE)
                        .multiply(new BigDecimal("0.99"))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void type7_randomValues_equalsTheDefinition(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 300; round++) {
            long[] values = random.longs(1 + random.nextInt(40), -50, 50).toArray();
            int denominator = 1 + random.nextInt(100);
            int numerator = random.nextInt(denominator + 1);

            assertThat(Quantile.type7(values, numerator, denominator))
                    .isEqualTo(defined(values, numerator, denominator));
        }
    }

    private static long defined(long[] values, int numerator, int denominator) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        BigDecimal rank = new BigDecimal((long) numerator * (values.length - 1));
        int low = rank.divideToIntegralValue(new BigDecimal(denominator)).intValue();
        BigDecimal rest = rank.subtract(new BigDecimal((long) low * denominator));
        long step = sorted[Math.min(low + 1, values.length - 1)] - sorted[low];
        return new BigDecimal(sorted[low])
                .add(rest.multiply(new BigDecimal(step)).divide(new BigDecimal(denominator), new MathContext(60)))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    @Test
    void type7_noValues_fails() {
        assertThatThrownBy(() -> Quantile.type7(new long[0], 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid quantile: there are no values");
    }

    @Test
    void type7_fractionAboveOne_fails() {
        assertThatThrownBy(() -> Quantile.type7(new long[] {1}, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid quantile 3/2: expected a fraction within 0 and 1");
    }
}
