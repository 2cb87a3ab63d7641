package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoisyMeanTest {
    private static final Rational UNIT = Rational.of(1, Projection.UNIT_SCALE);

    @Test
    void of_weekOfWeights_isTheMeanWithTwoStandardErrors() {
        // sigma of a day 2 weights: of the mean of 4 days 1
        BigInteger variance = BigInteger.valueOf(2 * Projection.UNIT_SCALE).pow(2);

        Estimate mean = NoisyMean.of(40 * Projection.UNIT_SCALE, 4, variance, UNIT);

        assertThat(mean)
                .isEqualTo(new Estimate(
                        new BigDecimal("10.000000"),
                        new BigDecimal("8.040036"),
                        new BigDecimal("11.959964"),
                        NoisePrecision.OK));
    }

    @ParameterizedTest
    @CsvSource({"300, OK", "299, LOW_PRECISION", "0, LOW_PRECISION", "-300, LOW_PRECISION"})
    void of_sumBesideItsNoise_saysHowPrecise(long sum, NoisePrecision precision) {
        // sigma of 4 days is 100
        assertThat(NoisyMean.of(sum, 4, BigInteger.valueOf(2_500), Rational.ONE).precision())
                .isEqualTo(precision);
    }

    @Test
    void of_negativeSum_stopsAtZero() {
        Estimate mean = NoisyMean.of(-1_000, 1, BigInteger.valueOf(100), Rational.ONE);

        assertThat(mean.value()).isEqualTo(new BigDecimal("0.000000"));
        assertThat(mean.low()).isEqualTo(new BigDecimal("0.000000"));
        assertThat(mean.high()).isEqualTo(new BigDecimal("0.000000"));
    }

    @Test
    void of_noDays_fails() {
        assertThatThrownBy(() -> NoisyMean.of(1, 0, BigInteger.ONE, UNIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid mean: expected at least one day, a variance of at least 0 and a factor above 0");
    }
}
