package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The testers pass the mechanisms as built and find each that leaks, down to a calibration that is 5 % off. */
class PrivacyTesterTest {
    private static final double EPSILON = Math.log(3);
    /** The largest scale with seven digits that is still ln 3 for a sensitivity of 1. */
    private static final Rational SCALE = Rational.of(10_000_000, 10_986_122);

    private static final int PAIRS = 1_000_000;
    private static final int DRAWS = 100_000;
    /** A correct mechanism shows up to .0026 from chance alone, one that lets 1 % through without noise .012. */
    private static final double TOLERATED_DELTA = 0.005;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void hockeyStick_correctMechanism_passes(long seed) {
        assertThat(hockeyStick(Laplace.CORRECT, PAIRS, seed)).isLessThan(TOLERATED_DELTA);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORRECT")
    void hockeyStick_leakyMechanism_isFound(Laplace mutant) {
        assertThat(hockeyStick(mutant, PAIRS, 3)).isGreaterThan(2 * TOLERATED_DELTA);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void epsilon_correctMechanism_isNotAboveTheClaim(long seed) {
        assertThat(epsilon(Laplace.CORRECT, DRAWS, seed)).isBetween(1.04, EPSILON);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIVE_PERCENT_SMALL", "TEN_PERCENT_SMALL", "DOUBLE_CLIP"})
    void epsilon_leakyMechanism_isAboveTheClaim(Laplace mutant) {
        assertThat(epsilon(mutant, DRAWS, 4)).isGreaterThan(EPSILON);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void distance_correctRelease_isNotAboveTheClaim(long seed) {
        assertThat(distance(Release.CORRECT, DRAWS, seed)).isBetween(0.94, 1.0);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORRECT")
    void distance_leakyRelease_isAboveTheClaim(Release mutant) {
        assertThat(distance(mutant, DRAWS, 4)).isGreaterThan(1.0);
    }

    @Tag("campaign")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void testers_tenfoldDraws_stillPassTheCorrectMechanisms(long seed) {
        assertThat(hockeyStick(Laplace.CORRECT, 10 * PAIRS, seed)).isLessThan(TOLERATED_DELTA / 3);
        assertThat(epsilon(Laplace.CORRECT, 10 * DRAWS, seed)).isBetween(1.08, EPSILON);
        assertThat(distance(Release.CORRECT, 10 * DRAWS, seed)).isBetween(0.98, 1.0);
    }

    private static double hockeyStick(Laplace mechanism, int pairs, long seed) {
        return PrivacyTester.hockeyStick(mechanism.on(0), mechanism.on(1), EPSILON, pairs, seed);
    }

    private static double epsilon(Laplace mechanism, int draws, long seed) {
        return PrivacyTester.epsilon(mechanism.on(0), mechanism.on(1), draws, seed);
    }

    private static double distance(Release mechanism, int draws, long seed) {
        return PrivacyTester.distance(mechanism.on(List.of()), mechanism.on(Release.TENANT), draws, seed);
    }

    /** A count of sensitivity 1 with discrete Laplace noise that claims an epsilon of ln 3. */
    private enum Laplace {
        CORRECT(SCALE, 1, 0),
        FIVE_PERCENT_SMALL(SCALE.times(Rational.of(95, 100)), 1, 0),
        TEN_PERCENT_SMALL(SCALE.times(Rational.of(90, 100)), 1, 0),
        DOUBLE_CLIP(SCALE, 2, 0),
        ONE_PERCENT_UNNOISED(SCALE, 1, 1);

        private final DiscreteLaplace noise;
        private final long clip;
        private final int unnoisedPercent;

        Laplace(Rational scale, long clip, int unnoisedPercent) {
            noise = new DiscreteLaplace(scale);
            this.clip = clip;
            this.unnoisedPercent = unnoisedPercent;
        }

        ToLongFunction<UniformSource> on(long tenants) {
            return uniforms -> tenants * clip + (uniforms.below(100) < unnoisedPercent ? 0 : noise.draw(uniforms));
        }
    }

    /**
     * One cell as it is released, projected and with discrete Gaussian noise for a budget of 1/2, which puts neighbours at
     * most one standard deviation apart.
     */
    private enum Release {
        CORRECT(VectorBounding.RELEASED, Rational.ONE),
        FIVE_PERCENT_SMALL(VectorBounding.RELEASED, Rational.of(95, 100)),
        HALF_SIGMA(VectorBounding.RELEASED, Rational.of(1, 2)),
        DOUBLE_TENANT_CLIP(VectorBounding.DOUBLE_TENANT_CLIP, Rational.ONE),
        NO_TENANT_CLIP(VectorBounding.NO_TENANT_CLIP, Rational.ONE),
        NO_CLIP(VectorBounding.NO_CLIP, Rational.ONE);

        /** Sixteen users of a thousand times the public volume. */
        static final List<long[]> TENANT = Collections.nCopies(16, new long[] {1_000 * Projection.UNIT_SCALE});

        private final VectorBounding bounding;
        private final DiscreteGaussian noise;

        Release(VectorBounding bounding, Rational sigma) {
            this.bounding = bounding;
            Rational variance = new Rational(Zcdp.sigmaSquared(Rational.of(1, 2)), BigInteger.ONE);
            noise = new DiscreteGaussian(variance.times(sigma).times(sigma));
        }

        ToLongFunction<UniformSource> on(List<long[]> users) {
            long sum = users.isEmpty() ? 0 : bounding.tenant(users)[0];
            return uniforms -> sum + noise.draw(uniforms);
        }
    }
}
