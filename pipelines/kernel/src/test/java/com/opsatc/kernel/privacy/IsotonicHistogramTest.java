package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.opsatc.kernel.privacy.LatencyQuantile.Place;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsotonicHistogramTest {
    private static final long[] BOUNDS = {10, 20, 40};

    @Test
    void quantile_documentedExample_isAsWritten() {
        // cumulative 4 2 8 10 becomes 3 3 8 10
        IsotonicHistogram histogram = IsotonicHistogram.of(new long[] {4, -2, 6, 2}, BOUNDS);

        assertThat(histogram.quantile(1, 2)).isEqualTo(new LatencyQuantile(Place.WITHIN, 28));
        assertThat(histogram.shareAtMost(0)).contains(new BigDecimal("0.300000"));
        assertThat(histogram.shareAtMost(1)).contains(new BigDecimal("0.300000"));
        assertThat(histogram.shareAtMost(2)).contains(new BigDecimal("0.800000"));
        assertThat(histogram.shareAtMost(3)).contains(new BigDecimal("1.000000"));
    }

    /** Cumulative 2 4 8 10. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, 5", // half of the first bucket, which begins at 0
        "2, 10, 10", // exactly the first bound
        "3, 10, 15",
        "5, 10, 25",
        "1, 4, 12", // 12.5, to the even one
        "3, 4, 38", // 7.5 of 10: 37.5, to the even one
        "8, 10, 40"
    })
    void quantile_withinTheBounds_isInterpolated(int numerator, int denominator, long us) {
        IsotonicHistogram histogram = IsotonicHistogram.of(new long[] {2, 2, 4, 2}, BOUNDS);

        assertThat(histogram.quantile(numerator, denominator).value()).hasValue(us);
    }

    @Test
    void quantile_openLastBucket_isAboveTheLastBound() {
        LatencyQuantile quantile =
                IsotonicHistogram.of(new long[] {2, 2, 4, 2}, BOUNDS).quantile(81, 100);

        assertThat(quantile).isEqualTo(new LatencyQuantile(Place.ABOVE_LAST_BOUND, 40));
        assertThat(quantile.value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "-5, -1, -2, -3", "3, -1, -2, -1000", "0, 0, 0, -1"})
    void quantile_noMass_isAbsent(long a, long b, long c, long d) {
        IsotonicHistogram histogram = IsotonicHistogram.of(new long[] {a, b, c, d}, BOUNDS);

        assertThat(histogram.quantile(1, 2)).isEqualTo(new LatencyQuantile(Place.NO_MASS, 0));
        assertThat(histogram.quantile(1, 2).value()).isEmpty();
        assertThat(histogram.shareAtMost(0)).isEmpty();
    }

    @Test
    void quantile_negativeBegin_startsAtNothing() {
        // cumulative -6 -6 4 4 becomes 0 0 4 4
        IsotonicHistogram histogram = IsotonicHistogram.of(new long[] {-6, 0, 10, 0}, BOUNDS);

        assertThat(histogram.quantile(1, 4).value()).hasValue(25);
        assertThat(histogram.shareAtMost(1)).contains(new BigDecimal("0.000000"));
    }

    /** The nearest cumulative counts that do not fall: the largest of the least means, a formula without pools. */
    @Test
    void of_randomCells_isTheLeastSquaresFit() {
        RandomGenerator random = SeededUniforms.generator(1);
        for (int round = 0; round < 2_000; round++) {
            long[] cells = random.longs(4, -50, 100).toArray();
            cells[0] += 1_000;
            IsotonicHistogram histogram = IsotonicHistogram.of(cells, BOUNDS);
            double total = minMax(cells, 3);
            double before = 0;
            for (int bucket = 0; bucket < 4; bucket++) {
                double share = histogram.shareAtMost(bucket).orElseThrow().doubleValue();
                assertThat(share).isCloseTo(minMax(cells, bucket) / total, within(1e-6));
                assertThat(share).isBetween(before, 1.0);
                before = share;
            }
        }
    }

    private static double minMax(long[] cells, int at) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int from = 0; from <= at; from++) {
            double least = Double.POSITIVE_INFINITY;
            for (int to = at; to < cells.length; to++) {
                least = Math.min(least, meanCumulative(cells, from, to));
            }
            largest = Math.max(largest, least);
        }
        return largest;
    }

    private static double meanCumulative(long[] cells, int from, int to) {
        double sum = 0;
        double cumulative = 0;
        for (int cell = 0; cell <= to; cell++) {
            cumulative += cells[cell];
            sum += cell >= from ? cumulative : 0;
        }
        return sum / (to - from + 1);
    }

    @Test
    void quantile_largestCells_doesNotOverflow() {
        long most = IsotonicHistogram.MAX_CELL - 1;
        long[] cells = new long[64];
        Arrays.fill(cells, most);
        long[] bounds = LongStream.rangeClosed(1, 63).map(i -> i * 1_000_000).toArray();
        IsotonicHistogram rising = IsotonicHistogram.of(cells, bounds);

        assertThat(rising.quantile(500_000, 1_000_000).value()).hasValue(32_000_000);

        // all but the first cell fall, so that all are one pool of a mean above 0
        cells[0] = most;
        Arrays.fill(cells, 1, 64, -most / 64);
        assertThat(IsotonicHistogram.of(cells, bounds).quantile(1, 2).value()).hasValue(500_000);
    }

    @Test
    void quantile_scaledCells_isTheSame() {
        RandomGenerator random = SeededUniforms.generator(2);
        for (int round = 0; round < 1_000; round++) {
            long[] cells = random.longs(4, -20, 100).toArray();
            long[] scaled = Arrays.stream(cells).map(c -> c * 65_536).toArray();

            assertThat(IsotonicHistogram.of(scaled, BOUNDS).quantile(95, 100))
                    .isEqualTo(IsotonicHistogram.of(cells, BOUNDS).quantile(95, 100));
        }
    }

    @Test
    void of_wrongBuckets_fails() {
        assertThatThrownBy(() -> IsotonicHistogram.of(new long[3], BOUNDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid histogram: expected 1 to 63 bounds and one bucket more");
        assertThatThrownBy(() -> IsotonicHistogram.of(new long[4], new long[] {10, 10, 40}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid histogram: expected bounds that ascend from above 0");
        assertThatThrownBy(() -> IsotonicHistogram.of(new long[] {1, -(1L << 45), 0, 0}, BOUNDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid histogram: expected cells below 2^45 units in size");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "-1, 2", "3, 2", "1, 1000001"})
    void quantile_fractionOutOfRange_fails(int numerator, int denominator) {
        IsotonicHistogram histogram = IsotonicHistogram.of(new long[] {2, 2, 4, 2}, BOUNDS);

        assertThatThrownBy(() -> histogram.quantile(numerator, denominator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid quantile " + numerator + "/" + denominator + ": expected a fraction between 0 and 1");
    }
}
