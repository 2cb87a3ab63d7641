package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscreteLaplaceTest {
    @ParameterizedTest
    @CsvSource({
        "'(2,0)(4,0)(4,2)(1,0)(2,1)', 0",
        "'(2,1)(4,3)(4,3)(1,0)(2,0)(3,1)(1,0)(2,1)', -7",
        "'(2,1)(4,0)(4,3)(1,0)(2,0)(3,2)(1,0)(2,1)', -4"
    })
    void draw_scriptedUniforms_isTheKnownAnswer(String script, long expected) {
        ScriptedUniforms uniforms = ScriptedUniforms.of(script);

        assertThat(new DiscreteLaplace(Rational.of(4)).draw(uniforms)).isEqualTo(expected);
        assertThat(uniforms.isUsedUp()).isTrue();
    }

    @Test
    void draw_negativeZero_drawsAgain() {
        ScriptedUniforms uniforms = ScriptedUniforms.of("(2,1)(4,0)(4,2)(1,0)(2,1)(2,0)(4,0)(4,2)(1,0)(2,1)");

        assertThat(new DiscreteLaplace(Rational.of(4)).draw(uniforms)).isZero();
        assertThat(uniforms.isUsedUp()).isTrue();
    }

    /** Sequences of uniforms below 10^-7 are left out, so every probability is found within what they weigh together. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2"})
    void draw_everySequenceOfUniforms_hasTheDistribution(long numerator, long denominator) {
        DiscreteLaplace laplace = new DiscreteLaplace(Rational.of(numerator, denominator));
        Pmf pmf = Pmf.laplace(denominator, numerator);

        Map<Long, Double> found = UniformTree.distribution(laplace::draw, 1e-7);

        double missing =
                1 - found.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(missing).isBetween(0.0, 0.03);
        found.forEach((x, probability) -> assertThat(pmf.at(x))
                .as("probability of %d", x)
                .isBetween(probability - 1e-12, probability + missing + 1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/1", "4/1", "3/2", "1000000/1098612", "2147483647/1", "2147483647/2147483646"})
    void draw_longAndBigInteger_askForTheSameBoundsAndAgree(String scale) {
        DiscreteLaplace laplace = new DiscreteLaplace(Rational.parse(scale));
        for (long seed = 0; seed < 2_000; seed++) {
            RecordingUniforms small = new RecordingUniforms(new SeededUniforms(seed));
            RecordingUniforms large = new RecordingUniforms(new SeededUniforms(seed));

            assertThat(BigInteger.valueOf(laplace.draw(small))).isEqualTo(laplace.drawLarge(large));
            assertThat(small.bounds()).isEqualTo(large.bounds());
        }
    }

    @Test
    void draw_scaleBeyondLong_isStillExact() {
        DiscreteLaplace laplace = new DiscreteLaplace(Rational.of(1L << 50));
        SeededUniforms uniforms = new SeededUniforms(5);
        double sum = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            sum += Math.abs(laplace.draw(uniforms));
        }

        // the mean size is the scale, and so is the standard deviation of a size
        assertThat(sum / 20_000 / (1L << 50)).isCloseTo(1, within(6 / Math.sqrt(20_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/1", "-1/2"})
    void new_scaleNotAboveZero_fails(String scale) {
        assertThatThrownBy(() -> new DiscreteLaplace(Rational.parse(scale)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid scale " + scale + ": expected more than 0");
    }
}
