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

class DiscreteGaussianTest {
    @ParameterizedTest
    @CsvSource({
        "4/1, '(2,0)(3,1)(3,0)(6,5)(3,1)(3,1)(1,0)(2,1)(72,70)', 1",
        "4/1, '(2,1)(3,0)(3,1)(1,0)(2,0)(3,2)(1,0)(2,1)(72,62)', -3",
        "7/3, '(2,1)(2,0)(2,1)(1,0)(2,0)(3,1)(1,0)(2,1)(168,93)', -2",
        "7/3, '(2,0)(2,1)(2,1)(1,0)(2,1)(168,88)', 1"
    })
    void draw_scriptedUniforms_isTheKnownAnswer(String variance, String script, long expected) {
        ScriptedUniforms uniforms = ScriptedUniforms.of(script);

        assertThat(new DiscreteGaussian(Rational.parse(variance)).draw(uniforms))
                .isEqualTo(expected);
        assertThat(uniforms.isUsedUp()).isTrue();
    }

    /** All sequences of uniforms after those of a proposal are run, so that its acceptance is known to the last digit. */
    @ParameterizedTest
    @CsvSource({
        "1/1, 0, '(2,0)(2,0)(2,1)(1,0)(2,1)'",
        "1/1, 1, '(2,0)(2,1)(2,1)(1,0)(2,1)'",
        "1/1, -1, '(2,1)(2,1)(2,1)(1,0)(2,1)'",
        "1/1, 2, '(2,0)(2,0)(2,1)(1,0)(2,0)(3,1)(1,0)(2,1)'",
        "1/4, 0, '(2,0)(1,0)(1,0)(1,0)(2,1)'",
        "1/4, 1, '(2,0)(1,0)(1,0)(1,0)(2,0)(3,1)(1,0)(2,1)'",
        "1/4, -1, '(2,1)(1,0)(1,0)(1,0)(2,0)(3,1)(1,0)(2,1)'"
    })
    void draw_everySequenceAfterAProposal_acceptsAsOftenAsTheDistributionNeeds(
            String variance, long candidate, String proposal) {
        Rational exact = Rational.parse(variance);
        double real = exact.numerator().doubleValue() / exact.denominator().doubleValue();
        double scale = Math.floor(Math.sqrt(real)) + 1;
        DiscreteGaussian gaussian = new DiscreteGaussian(exact);

        Map<Long, Double> found = UniformTree.distribution(
                uniforms -> {
                    FirstAttempt attempt = new FirstAttempt(ScriptedUniforms.of(proposal), uniforms);
                    return attempt.result(gaussian);
                },
                1e-17);

        double excess = Math.abs(candidate) - real / scale;
        double accepted = Math.exp(-excess * excess / (2 * real));
        assertThat(found.keySet()).containsExactlyInAnyOrder(candidate, FirstAttempt.REJECTED);
        assertThat(found.get(candidate)).isCloseTo(accepted, within(1e-12));
        // the proposal's own weight times this is the distribution's, up to the same factor for all candidates
        Pmf pmf = Pmf.gaussian(real);
        Pmf laplace = Pmf.laplace(1, scale);
        double factor = pmf.at(0) / (laplace.at(0) * Math.exp(-real / (2 * scale * scale)));
        assertThat(laplace.at(candidate) * accepted * factor).isCloseTo(pmf.at(candidate), within(1e-12));
    }

    @Test
    void draw_releaseVariance_takesFourteenToTwentyFiveUniforms() {
        RecordingUniforms uniforms = new RecordingUniforms(new SeededUniforms(3));
        DiscreteGaussian gaussian = new DiscreteGaussian(Rational.of(1L << 40));
        for (int draw = 0; draw < 10_000; draw++) {
            gaussian.draw(uniforms);
        }

        assertThat(uniforms.bounds().size() / 10_000.0).isBetween(14.0, 25.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/1", "-1/2"})
    void new_varianceNotAboveZero_fails(String variance) {
        assertThatThrownBy(() -> new DiscreteGaussian(Rational.parse(variance)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid variance " + variance + ": expected more than 0");
    }

    /** A written proposal, then free uniforms, until a second proposal begins. */
    private static final class FirstAttempt implements UniformSource {
        static final long REJECTED = Long.MIN_VALUE;

        private final ScriptedUniforms proposal;
        private final UniformSource acceptance;
        private BigInteger before = BigInteger.ONE;

        FirstAttempt(ScriptedUniforms proposal, UniformSource acceptance) {
            this.proposal = proposal;
            this.acceptance = acceptance;
        }

        long result(DiscreteGaussian gaussian) {
            try {
                return gaussian.draw(this);
            } catch (SecondAttempt rejected) {
                return REJECTED;
            }
        }

        @Override
        public BigInteger below(BigInteger bound) {
            if (!proposal.isUsedUp()) {
                return proposal.below(bound);
            }

            // A run of coins asks for 2 only after 1; any other 2 is the sign of a new proposal.
            if (bound.equals(BigInteger.TWO) && !before.equals(BigInteger.ONE)) {
                throw new SecondAttempt();
            }

            before = bound;
            return acceptance.below(bound);
        }
    }

    private static final class SecondAttempt extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
