package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerProofTest {
    private static final int DRAWS = 200_000;
    private static final int CAMPAIGN_DRAWS = 20_000_000;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "20, 7"})
    void laplace_manyDraws_areOfTheDistribution(long t, long s) {
        DiscreteLaplace laplace = new DiscreteLaplace(Rational.of(t, s));

        assertThat(SamplerProof.laplace(s, t).failures(laplace::draw, DRAWS, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/4", "1/1", "7/3", "4/1", "64/1", "1000/1"})
    void gaussian_manyDraws_areOfTheDistribution(String variance) {
        assertThat(proof(variance).failures(gaussian(variance), DRAWS, 2)).isEmpty();
    }

    @Tag("campaign")
    @ParameterizedTest
    @ValueSource(strings = {"1/4", "1/1", "7/3", "4/1", "64/1", "1000/1"})
    void gaussian_twentyMillionDraws_areOfTheDistribution(String variance) {
        assertThat(proof(variance).failures(gaussian(variance), CAMPAIGN_DRAWS, 3))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void mutant_manyDraws_isFound(Mutant mutant) {
        assertThat(proof("64/1").failures(mutant.sampler, DRAWS, 4)).isNotEmpty();
    }

    /** At the variance of a release no value comes twice: the draws are judged by the normal distribution of 200 classes. */
    @Test
    void gaussian_releaseVariance_isNormalInItsClassesAndOfTheVarianceToOnePercent() {
        BigInteger variance = Zcdp.sigmaSquared(Rational.parse("288/100000").times(Rational.of(1, 10)));

        assertNormal(variance, 1_000_000, 5);
    }

    @Test
    @Tag("campaign")
    void gaussian_releaseVarianceTwentyMillionDraws_isNormalInItsClasses() {
        assertNormal(BigInteger.TWO.pow(40), CAMPAIGN_DRAWS, 6);
    }

    private static void assertNormal(BigInteger variance, int draws, long seed) {
        DiscreteGaussian gaussian = new DiscreteGaussian(new Rational(variance, BigInteger.ONE));
        SeededUniforms uniforms = new SeededUniforms(seed);
        double sigma = Math.sqrt(variance.doubleValue());
        int[] classes = new int[200];
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double z = gaussian.draw(uniforms) / sigma;
            squares += z * z;
            classes[(int) Math.min(199, 200 * Tails.normal(z))]++;
        }
        double statistic = 0;
        double expected = draws / 200.0;
        for (int count : classes) {
            statistic += (count - expected) * (count - expected) / expected;
        }

        assertThat(Tails.chiSquare(statistic, 199)).isGreaterThan(1e-6);
        // root mean square over theory: its standard error is 1 / sqrt(2 draws)
        assertThat(Math.sqrt(squares / draws)).isBetween(0.99, 1.01);
        assertThat(Math.abs(Math.sqrt(squares / draws) - 1) * Math.sqrt(2.0 * draws))
                .isLessThan(6);
    }

    private static SamplerProof proof(String variance) {
        return SamplerProof.gaussian(
                Rational.parse(variance).decimal(20, RoundingMode.HALF_EVEN).doubleValue());
    }

    private static ToLongFunction<UniformSource> gaussian(String variance) {
        return new DiscreteGaussian(Rational.parse(variance))::draw;
    }

    /** Samplers that claim a variance of 64 and are wrong. */
    private enum Mutant {
        HALF_SIGMA(gaussian("16/1")),
        FIVE_PERCENT_SMALL(gaussian("5776/100")),
        UNSQUARED(gaussian("8/1")),
        PROPOSAL_NEVER_REJECTED(new DiscreteLaplace(Rational.of(9))::draw),
        NEVER_ZERO(uniforms -> {
            long draw = gaussian("64/1").applyAsLong(uniforms);
            return draw == 0 ? 1 : draw;
        }),
        ZERO_TWICE(uniforms -> {
            long draw = gaussian("64/1").applyAsLong(uniforms);
            return draw == 0 || uniforms.below(20) > 0 ? draw : 0;
        }),
        MOVED(uniforms -> gaussian("64/1").applyAsLong(uniforms) + (uniforms.below(5) == 0 ? 1 : 0)),
        CUT_OFF(uniforms -> Math.max(-20, Math.min(20, gaussian("64/1").applyAsLong(uniforms)))),
        ALWAYS_EVEN(uniforms -> gaussian("64/1").applyAsLong(uniforms) / 2 * 2);

        private final ToLongFunction<UniformSource> sampler;

        Mutant(ToLongFunction<UniformSource> sampler) {
            this.sampler = sampler;
        }
    }
}
