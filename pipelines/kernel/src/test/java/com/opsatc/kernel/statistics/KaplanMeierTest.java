package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.statistics.KaplanMeier.Median;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {
    private static final long[] NONE = {};
    /** Weeks of remission in leukaemia: Freireich 1963, as in Kleinbaum and Klein, Survival Analysis, chapter 2. */
    private static final long[] TREATED = {6, 6, 6, 7, 10, 13, 16, 22, 23};

    private static final long[] TREATED_STILL = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
    private static final long[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    @Test
    void median_remissionTimes_areThoseOfTheTextbook() {
        KaplanMeier treated = KaplanMeier.of(TREATED, TREATED_STILL);
        KaplanMeier placebo = KaplanMeier.of(PLACEBO, NONE);
        KaplanMeier all = KaplanMeier.of(
                LongStream.concat(Arrays.stream(TREATED), Arrays.stream(PLACEBO))
                        .toArray(),
                TREATED_STILL);

        assertThat(treated.median()).isEqualTo(new Median(23, false));
        assertThat(placebo.median()).isEqualTo(new Median(8, false));
        assertThat(all.median()).isEqualTo(new Median(12, false));
        // As stci of Stata has them, which computes on the scale log(-log S) too.
        assertThat(treated.interval()).isEqualTo(ends(13, null));
        assertThat(placebo.interval()).isEqualTo(ends(4L, 11L));
    }

    @Test
    void median_moreThanHalfOpen_isBeyondTheLongestTimeSeen() {
        assertThat(KaplanMeier.of(new long[] {1}, new long[] {2, 3}).median()).isEqualTo(new Median(3, true));
        assertThat(KaplanMeier.of(NONE, new long[] {7, 5}).median()).isEqualTo(new Median(7, true));
        // The longest of all may be one that is done: 2 of 3 stay above it.
        assertThat(KaplanMeier.of(new long[] {9}, new long[] {1, 1}).median()).isEqualTo(new Median(9, false));
        assertThat(KaplanMeier.of(new long[] {2}, new long[] {2, 2}).median()).isEqualTo(new Median(2, true));
    }

    /** What is open at the time of a step is still at risk then: of four, one is done, and 3/4 stand. */
    @Test
    void median_openAtTheTimeOfAStep_countsAsLonger() {
        assertThat(KaplanMeier.of(new long[] {5, 6, 6}, new long[] {5}).median())
                .isEqualTo(new Median(6, false));
        assertThat(KaplanMeier.of(new long[] {5, 9}, new long[] {4, 4}).median())
                .isEqualTo(new Median(7, false));
    }

    @Test
    void of_nobody_fails() {
        assertThatThrownBy(() -> KaplanMeier.of(NONE, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid times: there are no members");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 25, 26, 400})
    void median_nothingOpen_isTheMedianOfTypeSeven(int n) {
        RandomGenerator random = random(n);
        for (int round = 0; round < 200; round++) {
            long[] times = random.longs(n, 0, n < 10 ? 6 : 1_000).toArray();

            assertThat(KaplanMeier.of(times, NONE).median())
                    .as("%s", Arrays.toString(times))
                    .isEqualTo(new Median(Quantile.type7(times, 1, 2), false));
        }
    }

    /** Few different times, so that ties and curves that stand at exactly one half are frequent. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void median_randomTimes_equalsTheProductInWholeNumbers(long seed) {
        RandomGenerator random = random(seed);
        int beyond = 0;
        int half = 0;
        for (int round = 0; round < 4_000; round++) {
            long[] reached = random.longs(random.nextInt(1, 12), 0, 12).toArray();
            long[] open = random.longs(random.nextInt(0, 12), 0, 12).toArray();
            Median naive = naive(reached, open);

            assertThat(KaplanMeier.of(reached, open).median())
                    .as("%s open %s", Arrays.toString(reached), Arrays.toString(open))
                    .isEqualTo(naive);
            beyond += naive.beyond() ? 1 : 0;
            half += !naive.beyond() && Arrays.stream(reached).noneMatch(time -> time == naive.time()) ? 1 : 0;
        }
        assertThat(beyond).isGreaterThan(300);
        assertThat(half).isGreaterThan(100);
    }

    /** Of twelve one is done and then five, which in double precision is 0.49999999999999994. */
    @Test
    void median_curveThatIsExactlyOneHalf_isDecidedInWholeNumbers() {
        long[] reached = LongStream.range(0, 2_000).map(i -> 2 * i).toArray();
        long[] open = LongStream.range(0, 2_000).map(i -> 2 * i + 1).toArray();

        assertThat(KaplanMeier.of(reached, open).median()).isEqualTo(naive(reached, open));
        assertThat(KaplanMeier.of(new long[] {0, 0, 0, 50}, new long[] {9, 9}).median())
                .isEqualTo(new Median(25, false));
        assertThat(KaplanMeier.of(new long[] {1, 2, 2, 2, 2, 2, 8}, new long[] {3, 3, 3, 3, 3})
                        .median())
                .isEqualTo(new Median(5, false));
    }

    @Test
    void median_orderOfTheMembers_changesNothing() {
        RandomGenerator random = random(11);
        long[] reached = random.longs(500, 0, 1_000_000).toArray();
        long[] open = random.longs(300, 0, 1_000_000).toArray();
        KaplanMeier curve = KaplanMeier.of(reached, open);
        long[] turned = IntStream.range(0, 500).mapToLong(i -> reached[499 - i]).toArray();

        KaplanMeier other = KaplanMeier.of(turned, open);

        assertThat(other.median()).isEqualTo(curve.median());
        assertThat(other.interval()).isEqualTo(curve.interval());
    }

    /** Exponential times of median 1,000 that are seen for 200 to 3,000: a quarter is open, and 40 members are few. */
    @ParameterizedTest
    @ValueSource(ints = {40, 200})
    void interval_randomTimesOfAKnownMedian_coversItAsOftenAsItSays(int n) {
        RandomGenerator random = random(n);
        int rounds = 4_000;
        int covered = 0;
        for (int round = 0; round < rounds; round++) {
            long[] times = new long[n];
            long[] seen = random.longs(n, 200, 3_000).toArray();
            for (int i = 0; i < n; i++) {
                times[i] = Math.round(-1_000 / Math.log(2) * Math.log(1 - random.nextDouble()));
            }
            KaplanMeier.Ends ends = KaplanMeier.of(
                            IntStream.range(0, n)
                                    .filter(i -> times[i] <= seen[i])
                                    .mapToLong(i -> times[i])
                                    .toArray(),
                            IntStream.range(0, n)
                                    .filter(i -> times[i] > seen[i])
                                    .mapToLong(i -> seen[i])
                                    .toArray())
                    .interval();
            covered += ends.low().orElse(0) <= 1_000 && ends.high().orElse(Long.MAX_VALUE) >= 1_000 ? 1 : 0;
        }
        assertThat((double) covered / rounds).isBetween(0.94, 0.97);
    }

    private static Median naive(long[] reached, long[] open) {
        BigInteger above = BigInteger.ONE;
        BigInteger below = BigInteger.ONE;
        long[] times = Arrays.stream(reached).distinct().sorted().toArray();
        for (int i = 0; i < times.length; i++) {
            long time = times[i];
            long atRisk = LongStream.concat(Arrays.stream(reached), Arrays.stream(open))
                    .filter(each -> each >= time)
                    .count();
            long done = Arrays.stream(reached).filter(each -> each == time).count();
            above = above.multiply(BigInteger.valueOf(atRisk - done));
            below = below.multiply(BigInteger.valueOf(atRisk));
            int sign = above.multiply(BigInteger.TWO).compareTo(below);
            if (sign == 0 && i + 1 < times.length) {
                return new Median(Quantile.type7(new long[] {time, times[i + 1]}, 1, 2), false);
            }

            if (sign <= 0) {
                return new Median(time, false);
            }
        }
        return new Median(
                LongStream.concat(Arrays.stream(reached), Arrays.stream(open))
                        .max()
                        .orElseThrow(),
                true);
    }

    private static KaplanMeier.Ends ends(long low, Long high) {
        return new KaplanMeier.Ends(OptionalLong.of(low), high == null ? OptionalLong.empty() : OptionalLong.of(high));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
