package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureUniformSourceTest {
    private static final int DRAWS = 60_000;

    private final SecureUniformSource uniforms = new SecureUniformSource();

    /** The chance of a chi-square this far from its degrees of freedom is below one in a million. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 7, 10, 256, 257, 300})
    void below_anyBound_isUniform(long bound) {
        long[] small = new long[(int) bound];
        long[] large = new long[(int) bound];
        for (int draw = 0; draw < DRAWS; draw++) {
            small[(int) uniforms.below(bound)]++;
            large[uniforms.below(BigInteger.valueOf(bound)).intValueExact()]++;
        }

        assertThat(standardised(small)).isBetween(-6.0, 6.0);
        assertThat(standardised(large)).isBetween(-6.0, 6.0);
    }

    @Test
    void below_one_isZero() {
        assertThat(uniforms.below(1)).isZero();
        assertThat(uniforms.below(BigInteger.ONE)).isZero();
    }

    @Test
    void below_largeBounds_reachesBothHalves() {
        BigInteger bound = BigInteger.TWO.pow(90).add(BigInteger.ONE);
        int low = 0;
        int lowLong = 0;
        for (int draw = 0; draw < 1000; draw++) {
            BigInteger value = uniforms.below(bound);
            assertThat(value.signum()).isNotNegative();
            assertThat(value).isLessThan(bound);
            low += value.compareTo(bound.shiftRight(1)) < 0 ? 1 : 0;
            lowLong += uniforms.below(Long.MAX_VALUE) < Long.MAX_VALUE / 2 ? 1 : 0;
        }

        assertThat(low).isBetween(400, 600);
        assertThat(lowLong).isBetween(400, 600);
    }

    @Test
    void below_boundOfNothing_isRefused() {
        assertThatThrownBy(() -> uniforms.below(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid bound: expected at least 1");
        assertThatThrownBy(() -> uniforms.below(BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid bound: expected at least 1");
    }

    @Test
    void source_twoOfThem_differ() {
        SecureUniformSource other = new SecureUniformSource();

        assertThat(uniforms.below(Long.MAX_VALUE)).isNotEqualTo(other.below(Long.MAX_VALUE));
    }

    @Test
    void source_isTheSystemsGeneratorAndTakesNoSeed() {
        assertThat(Arrays.stream(SecureUniformSource.class.getDeclaredConstructors()))
                .allMatch(constructor -> constructor.getParameterCount() == 0);
        assertThat(Arrays.stream(SecureUniformSource.class.getDeclaredFields())
                        .filter(field -> field.getType() == SecureRandom.class))
                .hasSize(1);
    }

    private static double standardised(long[] counts) {
        double expected = (double) DRAWS / counts.length;
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        int degrees = counts.length - 1;
        // Wilson and Hilferty, 1931: close to normal from one degree on.
        double cube = Math.cbrt(chiSquare / degrees);
        return (cube - (1 - 2.0 / (9 * degrees))) / Math.sqrt(2.0 / (9 * degrees));
    }
}
