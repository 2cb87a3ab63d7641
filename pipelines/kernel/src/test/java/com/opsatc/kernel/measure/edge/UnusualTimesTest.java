package com.opsatc.kernel.measure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.LongBag;
import com.opsatc.kernel.measure.period.LogScale;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusualTimesTest {
    private static final long MINUTE_US = 60_000_000;

    /** From 51 to 70 minutes, and one of a day. */
    @Test
    void of_anHourOrSoAndADay_findsTheDay() {
        long[] times = LongStream.concat(
                        LongStream.rangeClosed(51, 70).map(each -> each * MINUTE_US), LongStream.of(1_440 * MINUTE_US))
                .toArray();

        UnusualTimes found = UnusualTimes.of(bag(times)).orElseThrow();
        assertThat(found.medianUs()).isEqualTo(61 * MINUTE_US);
        assertThat(new long[] {found.fast(), found.slow()}).containsExactly(0, 1);
        // Median 11838 and distance 123 on the scale, so that the first place beyond is 12577: 6107.07 s.
        assertThat(found.slowFromUs() / 10_000).isEqualTo(610_706);
    }

    @Test
    void of_halfAlike_tellsNone() {
        long[] times = new long[21];
        Arrays.fill(times, 5_000_000);
        times[20] = 1_440 * MINUTE_US;

        assertThat(UnusualTimes.of(bag(times))).isEmpty();
    }

    @Test
    void of_fewerThanTwenty_tellsNone() {
        assertThat(UnusualTimes.of(bag(
                        LongStream.range(0, 19).map(each -> each * MINUTE_US).toArray())))
                .isEmpty();
        assertThat(UnusualTimes.of(bag(
                        LongStream.range(0, 20).map(each -> each * MINUTE_US).toArray())))
                .isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_randomTimes_isWhatSortingThemGives(int seed) {
        Random random = new Random(seed);
        long[] times = random.doubles(20 + random.nextInt(200))
                .mapToLong(each -> (long) Math.exp(random.nextGaussian() * (1 + seed % 3) + 18))
                .toArray();
        UnusualTimes found = UnusualTimes.of(bag(times)).orElseThrow();

        double median = median(Arrays.stream(times).mapToDouble(LogScale::of).toArray());
        double distance = median(Arrays.stream(times)
                .mapToDouble(each -> Math.abs(LogScale.of(each) - median))
                .toArray());
        long[] slow = Arrays.stream(times)
                .filter(each -> LogScale.of(each) > median + 6 * distance)
                .toArray();
        long[] fast = Arrays.stream(times)
                .filter(each -> LogScale.of(each) < median - 6 * distance)
                .toArray();
        assertThat(found.slow()).isEqualTo(slow.length);
        assertThat(found.fast()).isEqualTo(fast.length);
        assertThat(Arrays.stream(times)
                        .filter(each -> each >= found.slowFromUs())
                        .toArray())
                .isEqualTo(slow);
        assertThat(Arrays.stream(times)
                        .filter(each -> each < found.fastBelowUs())
                        .toArray())
                .isEqualTo(fast);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    private static Durations bag(long... times) {
        LongBag bag = new LongBag();
        Arrays.stream(times).forEach(bag::add);
        return new Durations(bag);
    }
}
