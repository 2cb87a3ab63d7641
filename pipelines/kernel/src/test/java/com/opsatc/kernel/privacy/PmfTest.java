package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known probabilities to 12 digits, so that the reference of the sampler's proofs is itself proven. */
class PmfTest {
    private static final double HALF_A_DIGIT = 5.01e-13;

    @ParameterizedTest
    @CsvSource({
        "1, 1, .462117157260 .170003401569 .062540756366 .023007458502 .008463970977 .003113720913, .850918",
        "1, 2, .244918662404 .148550677884 .090100540658 .054648740365 .033146136546 .020104148066, 1.919035",
        "1, 10, '', 9.983353"
    })
    void laplace_tabulatedScales_isTheTable(double s, double t, String probabilities, double meanSize) {
        Pmf pmf = Pmf.laplace(s, t);

        assertTable(pmf, probabilities);
        assertThat(pmf.meanSize()).isCloseTo(meanSize, within(5.01e-7));
    }

    @ParameterizedTest
    @CsvSource({
        ".25, .786570707042 .106450769423 .000263865076, .215012675088",
        "1, .398942278267 .241970723224 .053990966224 .004431848388 .000133830225, .999999788768",
        "4, .199471140201 .176032663382 .120985362260 .064758797833 .026995483257 .008764150247, 4.000000000000",
        "64, .049867785050 .049479710868 .048333514600, 64"
    })
    void gaussian_tabulatedVariances_isTheTable(double variance, String probabilities, double ownVariance) {
        Pmf pmf = Pmf.gaussian(variance);

        assertTable(pmf, probabilities);
        assertThat(pmf.variance()).isCloseTo(ownVariance, within(1e-11));
    }

    private static void assertTable(Pmf pmf, String probabilities) {
        double[] expected = probabilities.isEmpty()
                ? new double[0]
                : Arrays.stream(probabilities.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        for (int x = 0; x < expected.length; x++) {
            assertThat(pmf.at(x)).as("probability of %d", x).isCloseTo(expected[x], within(HALF_A_DIGIT));
            assertThat(pmf.at(-x)).as("probability of %d", -x).isCloseTo(expected[x], within(HALF_A_DIGIT));
        }
    }
}
