package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NoiseReplicatesTest {
    private static final BigInteger VARIANCE = BigInteger.valueOf(1_000_000);

    @Test
    void standardNormal_manyIndices_isNormalInItsClasses() {
        NoiseReplicates noise = new NoiseReplicates(BigInteger.ONE, 3, 1);
        int[] classes = new int[100];
        for (int index = 0; index < 200_000; index++) {
            classes[(int) Math.min(99, 100 * Tails.normal(noise.standardNormal(index)))]++;
        }

        double statistic = 0;
        for (int count : classes) {
            statistic += (count - 2_000.0) * (count - 2_000.0) / 2_000;
        }
        assertThat(Tails.chiSquare(statistic, 99)).isGreaterThan(1e-6);
    }

    /** Written down so that another machine that draws other bits is found. */
    @Test
    void noise_seedReplicateAndCell_isAlwaysTheSame() {
        NoiseReplicates noise = new NoiseReplicates(VARIANCE, 7, 3);

        assertThat(new long[] {noise.noise(0, 0), noise.noise(0, 2), noise.noise(1, 0), noise.noise(999, 2)})
                .containsExactly(54, -1058, 34, -546);
    }

    @Test
    void noise_otherSeedReplicateOrCell_isAnother() {
        NoiseReplicates noise = new NoiseReplicates(VARIANCE, 7, 3);

        assertThat(new NoiseReplicates(VARIANCE, 8, 3).noise(0, 0)).isNotEqualTo(noise.noise(0, 0));
        assertThat(noise.noise(0, 1)).isNotEqualTo(noise.noise(0, 0));
        assertThat(noise.noise(1, 0)).isNotEqualTo(noise.noise(0, 0));
        assertThat(new NoiseReplicates(BigInteger.ZERO, 7, 3).noise(0, 0)).isZero();
    }

    @Test
    void new_negativeVariance_fails() {
        assertThatThrownBy(() -> new NoiseReplicates(BigInteger.ONE.negate(), 7, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid variance of noise: expected at least 0");
    }
}
