package com.opsatc.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.privacy.NoisyMean;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.release.Noise;
import com.opsatc.telemetry.testing.RepeatableUniforms;
import com.opsatc.telemetry.testing.SampleManifests;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * An attacker takes all published windows of the activity block, finds the daily sums that fit them best in least squares,
 * subtracts every other tenant, which it knows exactly, and compares the rest with what the tenant did.
 *
 * <p>The windows are post-processing: the fit gives the noisy days back, and R2 of the tenant's weight stays at what a guess gives
 * and what one day's noise lets through.
 */
class WindowReconstructionTest {
    private static final Manifest MANIFEST = SampleManifests.shipped();
    private static final Block ACTIVITY = MANIFEST.blocks().get(0);
    private static final int DAYS = 120;
    private static final int REPEATS = 40;
    private static final long OTHERS = 2000L * 65_536;
    private static final long TENANT = 65_536;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(6);
    private final Noise noise = Noise.of(new RepeatableUniforms(66));

    @Test
    void leastSquares_overAllWindows_findsNoTenant() {
        BigInteger variance = Zcdp.sigmaSquared(ACTIVITY.rho());

        double r2 = meanR2(variance);

        // Weights of 0 and 1 with a variance of a quarter, against one day's noise; three standard errors of the mean.
        double signal = 0.25 / (variance.doubleValue() / ((double) TENANT * TENANT));
        double guess = 1.0 / (DAYS - 1);
        assertThat(r2).isLessThanOrEqualTo(guess + signal + 3 * guess * Math.sqrt(2.0 / REPEATS));
    }

    @Test
    void leastSquares_withAHundredthOfTheNoise_findsTheTenant() {
        assertThat(meanR2(Zcdp.sigmaSquared(ACTIVITY.rho()).divide(BigInteger.valueOf(10_000))))
                .isGreaterThan(0.4);
    }

    @Test
    void leastSquares_overAllWindows_givesThePublishedDaysBack() {
        long[] noisy = noise.added(fleet(new boolean[DAYS]), Zcdp.sigmaSquared(ACTIVITY.rho()));

        double[] fitted = leastSquares(windows(noisy));

        for (int day = 0; day < DAYS; day++) {
            // Published means have six decimals of a weight.
            assertThat(fitted[day]).isBetween(noisy[day] / 65_536.0 - 0.01, noisy[day] / 65_536.0 + 0.01);
        }
    }

    private double meanR2(BigInteger variance) {
        double sum = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            boolean[] active = new boolean[DAYS];
            for (int day = 0; day < DAYS; day++) {
                active[day] = random.nextBoolean();
            }
            double[] fitted = leastSquares(windows(noise.added(fleet(active), variance)));
            sum += r2(fitted, active);
        }
        return sum / REPEATS;
    }

    private static long[] fleet(boolean[] active) {
        long[] days = new long[DAYS];
        for (int day = 0; day < DAYS; day++) {
            days[day] = OTHERS + (active[day] ? TENANT : 0);
        }
        return days;
    }

    /** One published mean: the days it is of, and their sum in weight. */
    private record Mean(int from, int to, double sum) {}

    /** Windows as they are published, also those that begin before the release does. */
    private static List<Mean> windows(long[] noisy) {
        List<Mean> means = new ArrayList<>();
        for (int end = 0; end < DAYS; end++) {
            for (int length : WindowFigures.WINDOWS) {
                int from = Math.max(0, end - length + 1);
                means.add(new Mean(from, end, published(noisy, from, end) * (end - from + 1)));
            }
        }
        return means;
    }

    private static double published(long[] noisy, int from, int end) {
        long sum = 0;
        for (int day = from; day <= end; day++) {
            sum += noisy[day];
        }
        return NoisyMean.of(sum, end - from + 1, Zcdp.sigmaSquared(ACTIVITY.rho()), Rational.of(1, TENANT))
                .value()
                .doubleValue();
    }

    /** Solves the normal equations by elimination with pivots. */
    private static double[] leastSquares(List<Mean> means) {
        double[][] normal = new double[DAYS][DAYS + 1];
        for (Mean mean : means) {
            for (int row = mean.from; row <= mean.to; row++) {
                for (int column = mean.from; column <= mean.to; column++) {
                    normal[row][column]++;
                }
                normal[row][DAYS] += mean.sum;
            }
        }
        for (int step = 0; step < DAYS; step++) {
            int pivot = step;
            for (int row = step + 1; row < DAYS; row++) {
                pivot = Math.abs(normal[row][step]) > Math.abs(normal[pivot][step]) ? row : pivot;
            }
            double[] swapped = normal[step];
            normal[step] = normal[pivot];
            normal[pivot] = swapped;
            for (int row = step + 1; row < DAYS; row++) {
                double factor = normal[row][step] / normal[step][step];
                for (int column = step; column <= DAYS; column++) {
                    normal[row][column] -= factor * normal[step][column];
                }
            }
        }
        double[] solved = new double[DAYS];
        for (int row = DAYS - 1; row >= 0; row--) {
            double rest = normal[row][DAYS];
            for (int column = row + 1; column < DAYS; column++) {
                rest -= normal[row][column] * solved[column];
            }
            solved[row] = rest / normal[row][row];
        }
        return solved;
    }

    private static double r2(double[] fitted, boolean[] active) {
        double meanFitted = 0;
        double meanActive = 0;
        for (int day = 0; day < DAYS; day++) {
            meanFitted += fitted[day] / DAYS;
            meanActive += (active[day] ? 1.0 : 0.0) / DAYS;
        }
        double cross = 0;
        double squaresFitted = 0;
        double squaresActive = 0;
        for (int day = 0; day < DAYS; day++) {
            double f = fitted[day] - meanFitted;
            double a = (active[day] ? 1 : 0) - meanActive;
            cross += f * a;
            squaresFitted += f * f;
            squaresActive += a * a;
        }
        return cross * cross / (squaresFitted * squaresActive);
    }
}
