package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoisyShareTest {
    private static final Rational CLIP = Rational.of(5, 100);

    @Test
    void of_noNoise_isTheExactShareAlone() {
        Estimate share = NoisyShare.of(200, 1_000, BigInteger.ZERO, CLIP, 1).orElseThrow();

        BigDecimal onePercent = new BigDecimal("0.010000");
        assertThat(share).isEqualTo(new Estimate(onePercent, onePercent, onePercent, NoisePrecision.OK));
    }

    @Test
    void of_largeDenominator_hasTheIntervalOfTheDeltaMethod() {
        // sigma 10,000: the share 1/2 has the standard error 10,000 / 1,000,000 * sqrt(1 + 1/4)
        Estimate share = NoisyShare.of(500_000, 1_000_000, BigInteger.valueOf(100_000_000), Rational.ONE, 2)
                .orElseThrow();

        assertThat(share.value()).isEqualTo(new BigDecimal("0.500000"));
        assertThat(share.low().doubleValue()).isCloseTo(0.5 - 1.96 * 0.01118, within(0.002));
        assertThat(share.high().doubleValue()).isCloseTo(0.5 + 1.96 * 0.01118, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({"300, OK", "299, LOW_PRECISION", "1, LOW_PRECISION"})
    void of_denominatorBesideItsNoise_saysHowPrecise(long denominator, NoisePrecision precision) {
        assertThat(NoisyShare.of(10, denominator, BigInteger.valueOf(10_000), Rational.ONE, 3)
                        .orElseThrow()
                        .precision())
                .isEqualTo(precision);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1_000_000})
    void of_denominatorNotAboveZero_isAbsent(long denominator) {
        assertThat(NoisyShare.of(10, denominator, BigInteger.valueOf(10_000), Rational.ONE, 3))
                .isEmpty();
    }

    @Test
    void of_denominatorLostInNoise_hasTheWholeRangeAsInterval() {
        Estimate share = NoisyShare.of(10, 50, BigInteger.valueOf(10_000), Rational.ONE, 4)
                .orElseThrow();

        assertThat(share.low()).isEqualTo(new BigDecimal("0.000000"));
        assertThat(share.high()).isEqualTo(new BigDecimal("1.000000"));
    }

    @ParameterizedTest
    @CsvSource({"-500, 0.000000", "5000, 1.000000"})
    void of_numeratorOutOfRange_staysWithinZeroAndOne(long numerator, BigDecimal value) {
        assertThat(NoisyShare.of(numerator, 1_000, BigInteger.TEN, Rational.ONE, 5)
                        .orElseThrow()
                        .value())
                .isEqualTo(value);
    }

    @Test
    void of_sameSeed_isTheSameAndAnotherSeedIsAnother() {
        BigInteger variance = BigInteger.valueOf(100_000_000);

        assertThat(NoisyShare.of(500_000, 1_000_000, variance, CLIP, 6))
                .isEqualTo(NoisyShare.of(500_000, 1_000_000, variance, CLIP, 6));
        assertThat(NoisyShare.of(500_000, 1_000_000, variance, CLIP, 6))
                .isNotEqualTo(NoisyShare.of(500_000, 1_000_000, variance, CLIP, 7));
    }

    /** At the edge of what counts as precise, and well above it. */
    @ParameterizedTest
    @CsvSource({"4, 1", "10, 1", "10, 5", "100, 50"})
    void interval_manyReleases_coversTheTruth(long denominatorSigmas, long numeratorSigmas) {
        long sigma = 1L << 20;
        BigInteger variance = BigInteger.valueOf(sigma).pow(2);
        DiscreteGaussian noise = new DiscreteGaussian(new Rational(variance, BigInteger.ONE));
        SeededUniforms uniforms = new SeededUniforms(8);
        BigDecimal truth = Rational.of(numeratorSigmas, denominatorSigmas).decimal(6, RoundingMode.HALF_EVEN);
        int covered = 0;
        for (int release = 0; release < 600; release++) {
            long numerator = numeratorSigmas * sigma + noise.draw(uniforms);
            long denominator = denominatorSigmas * sigma + noise.draw(uniforms);
            Estimate share = NoisyShare.of(numerator, denominator, variance, Rational.ONE, release)
                    .orElseThrow();
            covered += share.low().compareTo(truth) <= 0 && share.high().compareTo(truth) >= 0 ? 1 : 0;
        }
        // 570 expected, with a standard error of 5.3
        assertThat(covered).isBetween(549, 600);
    }

    @Test
    void of_factorNotAboveZero_fails() {
        assertThatThrownBy(() -> NoisyShare.of(1, 1, BigInteger.ONE, Rational.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid factor 0/1: expected more than 0");
    }
}
