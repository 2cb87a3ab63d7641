package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BernoulliTest {
    /** All sequences of uniforms are run: what is left out weighs less than the last digit. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1, 2", "1, 7", "2, 3", "3, 2", "5, 4", "3, 1"})
    void exp_everySequenceOfUniforms_hasTheProbabilityToTwelveDigits(long n, long d) {
        BigInteger bigN = BigInteger.valueOf(n);
        BigInteger bigD = BigInteger.valueOf(d);

        double small = UniformTree.distribution(uniforms -> Bernoulli.exp(n, d, uniforms) ? 1 : 0, 1e-16)
                .getOrDefault(1L, 0.0);
        double large = UniformTree.distribution(uniforms -> Bernoulli.exp(bigN, bigD, uniforms) ? 1 : 0, 1e-16)
                .getOrDefault(1L, 0.0);

        assertThat(small).isCloseTo(Math.exp(-(double) n / d), within(1e-12));
        assertThat(large).isEqualTo(small);
    }

    @Test
    void expUnit_boundsBeyondLong_failsInsteadOfWrapping() {
        UniformSource zero = bound -> BigInteger.ZERO;

        assertThatThrownBy(() -> Bernoulli.expUnit(1, Long.MAX_VALUE / 2, zero))
                .isInstanceOf(ArithmeticException.class);
    }
}
