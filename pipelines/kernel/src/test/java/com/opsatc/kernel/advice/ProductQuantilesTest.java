package com.opsatc.kernel.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProductQuantilesTest {
    private static final ThreePoints ONE = new ThreePoints(1, 1, 1);

    @Test
    void of_oneUncertainEstimate_givesItsOwnPoints() {
        assertThat(quantiles(new ThreePoints(1, 2, 4), new ThreePoints(10, 10, 10), ONE, 1))
                .containsExactly(10, 20, 40);
    }

    /** Weights of 100: 10 has 9, 20 has 12 + 12, 40 has 9 + 16 + 9, 80 has 24, 160 has 9. */
    @Test
    void of_twoUncertainEstimates_givesQuantilesByHand() {
        assertThat(quantiles(new ThreePoints(1, 2, 4), new ThreePoints(10, 20, 40), ONE, 1))
                .containsExactly(20, 40, 80);
    }

    @Test
    void of_nothingAtTheLeast_isNothingAtTheTenthAndSomethingAtTheMiddle() {
        // A weight of 3 in 10 is nothing.
        assertThat(quantiles(new ThreePoints(0, 5, 10), new ThreePoints(7, 7, 7), ONE, 1))
                .containsExactly(0, 35, 70);
    }

    @Test
    void of_divisor_roundsDown() {
        assertThat(quantiles(new ThreePoints(19, 20, 29), ONE, ONE, 10)).containsExactly(1, 2, 2);
    }

    @Test
    void of_greatProducts_doesNotOverflowBeforeTheDivision() {
        ThreePoints great = new ThreePoints(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        assertThat(quantiles(great, great, ONE, Long.MAX_VALUE))
                .containsExactly(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThatThrownBy(() -> quantiles(great, great, ONE, 1)).isInstanceOf(ArithmeticException.class);
    }

    /** Against the thousand equally likely outcomes that the weights stand for. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_randomEstimates_agreesWithAThousandOutcomes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<long[]> tenths = new ArrayList<>();
        ThreePoints[] estimates = new ThreePoints[3];
        for (int i = 0; i < 3; i++) {
            long low = random.nextLong(50);
            long middle = low + random.nextLong(50);
            long high = middle + random.nextLong(50);
            estimates[i] = new ThreePoints(low, middle, high);
            tenths.add(new long[] {low, low, low, middle, middle, middle, middle, high, high, high});
        }
        List<BigInteger> outcomes = new ArrayList<>();
        for (long one : tenths.get(0)) {
            for (long two : tenths.get(1)) {
                for (long three : tenths.get(2)) {
                    outcomes.add(BigInteger.valueOf(one * two * three));
                }
            }
        }
        Collections.sort(outcomes);

        assertThat(quantiles(estimates[0], estimates[1], estimates[2], 1))
                .containsExactly(
                        outcomes.get(99).longValueExact(),
                        outcomes.get(499).longValueExact(),
                        outcomes.get(899).longValueExact());
    }

    @Test
    void of_negativeOrUnorderedPoints_isRefused() {
        assertThatThrownBy(() -> new ThreePoints(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ThreePoints(2, 1, 3))
                .hasMessage("Invalid estimate: no point is negative, and each is no less than the one before");
        assertThatThrownBy(() -> ProductQuantiles.of(ONE, ONE, ONE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] quantiles(ThreePoints one, ThreePoints two, ThreePoints three, long divisor) {
        ProductQuantiles quantiles = ProductQuantiles.of(one, two, three, divisor);
        return new long[] {quantiles.quantile(1), quantiles.quantile(5), quantiles.quantile(9)};
    }
}
