package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.privacy.LatencyQuantile.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoisyHistogramTest {
    private static final long[] BOUNDS = {
        5_000,
        10_000,
        25_000,
        50_000,
        75_000,
        100_000,
        250_000,
        500_000,
        750_000,
        1_000_000,
        2_500_000,
        5_000_000,
        7_500_000,
        10_000_000
    };
    /** A thousandth of all durations in each of so many parts; the median is in the sixth bucket. */
    private static final long[] SHAPE = {10, 40, 120, 150, 120, 100, 220, 120, 40, 30, 30, 10, 5, 3, 2};

    private static final long SIGMA = 1L << 20;
    private static final BigInteger VARIANCE = BigInteger.valueOf(SIGMA).pow(2);

    @Test
    void quantile_noNoise_isTheExactOneAlone() {
        QuantileEstimate median =
                NoisyHistogram.of(SHAPE, BOUNDS, BigInteger.ZERO, 1).quantile(1, 2);

        // 440 of 1,000 are at most 75 ms, and 540 at most 100 ms
        LatencyQuantile exact = new LatencyQuantile(Place.WITHIN, 90_000);
        assertThat(median).isEqualTo(new QuantileEstimate(exact, exact, exact, NoisePrecision.OK));
    }

    @Test
    void quantile_noiseAtTheLastBound_isOpenAbove() {
        long[] cells = new long[15];
        cells[0] = 94 * SIGMA;
        cells[13] = SIGMA;
        cells[14] = 5 * SIGMA;

        QuantileEstimate tail = NoisyHistogram.of(cells, BOUNDS, VARIANCE, 2).quantile(95, 100);

        assertThat(tail.value()).isEqualTo(new LatencyQuantile(Place.WITHIN, 10_000_000));
        assertThat(tail.high()).isEqualTo(new LatencyQuantile(Place.ABOVE_LAST_BOUND, 10_000_000));
        assertThat(tail.low().place()).isEqualTo(Place.WITHIN);
    }

    @Test
    void quantile_noMass_isAbsentWithAnIntervalOfEverything() {
        long[] cells = new long[15];
        cells[0] = -20 * SIGMA;
        NoisyHistogram histogram = NoisyHistogram.of(cells, BOUNDS, VARIANCE, 3);

        assertThat(histogram.quantile(1, 2))
                .isEqualTo(new QuantileEstimate(
                        new LatencyQuantile(Place.NO_MASS, 0),
                        new LatencyQuantile(Place.WITHIN, 0),
                        new LatencyQuantile(Place.ABOVE_LAST_BOUND, 10_000_000),
                        NoisePrecision.LOW_PRECISION));
        assertThat(histogram.shareAtMost(3)).isEmpty();
    }

    @Test
    void shareAtMost_massLostInNoise_hasTheWholeRangeAsInterval() {
        long[] cells = new long[15];
        cells[0] = SIGMA;
        Estimate share =
                NoisyHistogram.of(cells, BOUNDS, VARIANCE, 4).shareAtMost(5).orElseThrow();

        assertThat(share.low()).isEqualTo(new BigDecimal("0.000000"));
        assertThat(share.high()).isEqualTo(new BigDecimal("1.000000"));
        assertThat(share.precision()).isEqualTo(NoisePrecision.LOW_PRECISION);
    }

    /** The total of 15 cells has sqrt(15) times the noise of one: 3 standard deviations of it are 11.62 of one. */
    @ParameterizedTest
    @CsvSource({"12, OK", "11, LOW_PRECISION"})
    void quantile_totalBesideItsNoise_saysHowPrecise(long sigmas, NoisePrecision precision) {
        long[] cells = new long[15];
        cells[4] = sigmas * SIGMA;

        assertThat(NoisyHistogram.of(cells, BOUNDS, VARIANCE, 5).quantile(1, 2).precision())
                .isEqualTo(precision);
    }

    @Test
    void quantile_sameSeed_isTheSame() {
        long[] cells = cells(100);

        assertThat(NoisyHistogram.of(cells, BOUNDS, VARIANCE, 6).quantile(1, 2))
                .isEqualTo(NoisyHistogram.of(cells, BOUNDS, VARIANCE, 6).quantile(1, 2));
        assertThat(NoisyHistogram.of(cells, BOUNDS, VARIANCE, 6).quantile(1, 2))
                .isNotEqualTo(NoisyHistogram.of(cells, BOUNDS, VARIANCE, 7).quantile(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"30, 1, 2", "100, 1, 2", "100, 95, 100", "1000, 95, 100", "1000, 99, 100"})
    void interval_manyReleases_coversTheTruth(long totalSigmas, int numerator, int denominator) {
        long[] exact = cells(totalSigmas);
        long truth = IsotonicHistogram.of(exact, BOUNDS)
                .quantile(numerator, denominator)
                .value()
                .orElseThrow();
        DiscreteGaussian noise = new DiscreteGaussian(new Rational(VARIANCE, BigInteger.ONE));
        SeededUniforms uniforms = new SeededUniforms(8);
        int covered = 0;
        for (int release = 0; release < 120; release++) {
            long[] noisy = exact.clone();
            for (int cell = 0; cell < noisy.length; cell++) {
                noisy[cell] += noise.draw(uniforms);
            }
            QuantileEstimate found =
                    NoisyHistogram.of(noisy, BOUNDS, VARIANCE, release).quantile(numerator, denominator);
            boolean belowHigh = found.high().place() == Place.ABOVE_LAST_BOUND
                    || found.high().us() >= truth;
            covered += found.low().us() <= truth && belowHigh ? 1 : 0;
        }
        // 114 expected, with a standard error of 2.4
        assertThat(covered).isBetween(105, 120);
    }

    private static long[] cells(long totalSigmas) {
        long[] cells = SHAPE.clone();
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = SHAPE[cell] * totalSigmas * SIGMA / 1_000;
        }
        return cells;
    }
}
