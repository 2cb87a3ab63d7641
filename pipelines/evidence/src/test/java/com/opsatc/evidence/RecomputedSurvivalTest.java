package com.opsatc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecomputedSurvivalTest {
    /** Weeks of remission under treatment, Freireich 1963: of 21 nine relapsed, and the median is 23. */
    @Test
    void of_remissionTimes_isTheMedianOfTheTextbook() {
        long[] relapsed = {6, 6, 6, 7, 10, 13, 16, 22, 23};
        long[] still = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

        assertThat(RecomputedSurvival.of(relapsed, still)).isEqualTo(found(23, false));
        assertThat(RecomputedSurvival.of(new long[] {6, 6, 6, 7}, still)).isEqualTo(found(35, true));
    }

    @Test
    void of_halfOfTheWhole_isMidwayToTheNext() {
        assertThat(RecomputedSurvival.of(new long[] {8, 1, 4, 2}, new long[0])).isEqualTo(found(3, false));
        assertThat(RecomputedSurvival.of(new long[] {1, 2}, new long[] {3, 4})).isEqualTo(found(2, false));
        // Twelve, one done and then five of eleven: 11/12 * 6/11.
        assertThat(RecomputedSurvival.of(new long[] {1, 2, 2, 2, 2, 2, 8}, new long[] {3, 3, 3, 3, 3}))
                .isEqualTo(found(5, false));
    }

    /** The share that takes longer, as a product of whole numbers. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void of_randomTimes_isWhereTheProductComesToAHalf(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 3_000; round++) {
            long[] reached = random.longs(random.nextInt(0, 10), 0, 10).toArray();
            long[] open = random.longs(random.nextInt(1, 10), 0, 10).toArray();

            assertThat(RecomputedSurvival.of(reached, open))
                    .as("%s open %s", Arrays.toString(reached), Arrays.toString(open))
                    .isEqualTo(product(reached, open));
        }
    }

    private static RecomputedSurvival product(long[] reached, long[] open) {
        long[] all =
                LongStream.concat(Arrays.stream(reached), Arrays.stream(open)).toArray();
        long[] times = Arrays.stream(reached).distinct().sorted().toArray();
        BigInteger above = BigInteger.TWO;
        BigInteger below = BigInteger.ONE;
        for (int i = 0; i < times.length; i++) {
            long time = times[i];
            long atRisk = Arrays.stream(all).filter(each -> each >= time).count();
            long then = Arrays.stream(reached).filter(each -> each == time).count();
            above = above.multiply(BigInteger.valueOf(atRisk - then));
            below = below.multiply(BigInteger.valueOf(atRisk));
            if (above.compareTo(below) < 0 || above.equals(below) && i + 1 == times.length) {
                return found(time, false);
            }

            if (above.equals(below)) {
                long twice = time + times[i + 1];
                return found(twice / 2 + (twice % 4 == 3 ? 1 : 0), false);
            }
        }
        return found(Arrays.stream(all).max().orElseThrow(), true);
    }

    private static RecomputedSurvival found(long us, boolean beyond) {
        return new RecomputedSurvival(BigDecimal.valueOf(us), beyond);
    }
}
