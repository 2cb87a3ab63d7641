package com.opsatc.kernel.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.statistics.Quantile;
import com.opsatc.kernel.visit.RandomLogs;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    /** Shapes: few values with many ties, spread over all magnitudes, all within one band, all equal. */
    @ParameterizedTest
    @CsvSource({"few,1", "spread,2", "spread,3", "band,4", "equal,5", "freak,6"})
    void quantileUs_manyValues_equalsSortingThem(String shape, long seed) {
        RandomGenerator random = RandomLogs.generator(seed);
        long[] values = new long[100_003];
        LongBag bag = new LongBag();
        for (int i = 0; i < values.length; i++) {
            values[i] = value(shape, random, i);
            bag.add(values[i]);
        }

        Durations durations = new Durations(bag);

        for (int percent = 0; percent <= 100; percent += 5) {
            assertThat(durations.quantileUs(percent, 100)).isEqualTo(Quantile.type7(values, percent, 100));
        }
        assertThat(durations.quantileUs(1, 3)).isEqualTo(Quantile.type7(values, 1, 3));
        assertThat(durations.sumUs()).isEqualTo(Arrays.stream(values).sum());
    }

    private static long value(String shape, RandomGenerator random, int i) {
        return switch (shape) {
            case "few" -> random.nextInt(5) * 1_000_000L;
            case "spread" -> (long) Math.exp(random.nextDouble() * 32);
            case "band" -> 1_000_000_000L + random.nextInt(3_000_000);
            case "freak" -> i == 77 ? 1L << 45 : random.nextInt(1000);
            default -> 42;
        };
    }

    @Test
    void band_everyMagnitude_followsTheOrderOfValues() {
        for (int band = 0; band < 58 * 64; band++) {
            long low = DurationSummary.lowest(band);
            long high = DurationSummary.lowest(band + 1) - 1;
            assertThat(DurationSummary.band(low)).isEqualTo(band);
            assertThat(DurationSummary.band(high)).isEqualTo(band);
        }
        assertThat(DurationSummary.lowest(58 * 64) - 1).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void meanUs_halves_roundsToTheEvenOne() {
        assertThat(durations(1, 2).meanUs()).isEqualTo(2);
        assertThat(durations(2, 3).meanUs()).isEqualTo(2);
        assertThat(durations(1, 1, 3).meanUs()).isEqualTo(2);
        assertThat(durations(1, 1, 2).meanUs()).isEqualTo(1);
    }

    @Test
    void sumAboveUs_someBelow_countsOnlyTheExcess() {
        assertThat(durations(1, 5, 9).sumAboveUs(5)).isEqualTo(4);
        assertThat(durations(1, 5, 9).sumAboveUs(0)).isEqualTo(15);
    }

    @Test
    void sumUs_moreThanALongHolds_failsRatherThanWraps() {
        assertThatThrownBy(() -> durations(Long.MAX_VALUE, 1).sumUs()).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 8191, 8192, 8193, 50_000})
    void addAll_bagsOfAnySize_keepsAllValues(int size) {
        LongBag one = new LongBag();
        LongBag other = new LongBag();
        for (int i = 0; i < size; i++) {
            one.add(i);
            other.add(i);
        }
        LongBag both = new LongBag();
        both.add(5);
        both.addAll(one);
        both.addAll(other);

        assertThat(both.count()).isEqualTo(2L * size + 1);
        assertThat(new Durations(both).sumUs()).isEqualTo((long) size * (size - 1) + 5);
    }

    private static Durations durations(long... values) {
        LongBag bag = new LongBag();
        bag.addAll(values, values.length);
        return new Durations(bag);
    }
}
