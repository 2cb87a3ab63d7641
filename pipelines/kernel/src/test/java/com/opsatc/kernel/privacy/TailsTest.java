package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TailsTest {
    @Test
    void normal_tabulatedPoints_areTheTables() {
        assertThat(Tails.normal(1.959963984540054)).isCloseTo(0.975, within(1e-14));
        assertThat(Tails.normal(-1)).isCloseTo(0.158655253931457, within(1e-14));
        assertThat(Tails.normalQuantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
    }

    @Test
    void chiSquare_twoDegrees_isTheExponential() {
        assertThat(Tails.chiSquare(1, 2)).isCloseTo(Math.exp(-0.5), within(1e-14));
        assertThat(Tails.chiSquare(40, 2)).isCloseTo(Math.exp(-20), within(1e-20));
        // R: pchisq(124.342, 100, lower.tail = FALSE)
        assertThat(Tails.chiSquare(124.342, 100)).isCloseTo(0.05, within(1e-5));
    }

    @Test
    void lowerProbability_ends_areThoseOfTheBinomial() {
        // all of n: p^n = alpha; one of n: 1 - (1 - p)^n = alpha
        assertThat(Tails.lowerProbability(20, 20, 0.025)).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-12));
        assertThat(Tails.lowerProbability(1, 20, 0.025)).isCloseTo(1 - Math.pow(0.975, 1 / 20.0), within(1e-12));
        assertThat(Tails.lowerProbability(0, 20, 0.025)).isZero();
        assertThat(Tails.upperProbability(0, 20, 0.025)).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-12));
    }
}
