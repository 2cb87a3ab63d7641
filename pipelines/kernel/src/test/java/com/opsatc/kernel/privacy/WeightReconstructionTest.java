package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reconstruction of a tenant's weights from all overlapping windows of 7, 28 and 91 days in least squares, by one who knows
 * all other tenants: it explains no more of them than the noise of the days lets through.
 *
 * <p>Windows that are sums of the same released days add nothing to those days. A release that draws new noise for each window
 * is averaged out and found.
 */
class WeightReconstructionTest {
    private static final int DAYS = 91;
    private static final int[] WINDOWS = {7, 28, 91};
    private static final double G = Projection.UNIT_SCALE;
    /** The whole budget of the day on one cell: more than any block gets. */
    private static final BigInteger VARIANCE = Zcdp.sigmaSquared(Rational.parse("288/100000"));

    private static final int WORLDS = 2_500;

    @Test
    void reconstruction_windowsOfReleasedDays_explainsNoMoreThanTheBound() {
        assertWithinTheBound(WORLDS, 1);
    }

    @Test
    @Tag("campaign")
    void reconstruction_manyWorlds_explainsNoMoreThanTheBound() {
        assertWithinTheBound(100_000, 2);
    }

    @Test
    void reconstruction_halfSigma_isFound() {
        Explained explained = attack(noise(Rational.of(1, 2)), false, WORLDS, 3);

        assertThat(explained.mean).isGreaterThan(meanBound() + 3 * error(meanBound(), WORLDS));
    }

    @Test
    void reconstruction_newNoiseForEachWindow_isFound() {
        Explained explained = attack(noise(Rational.ONE), true, WORLDS, 4);

        assertThat(explained.mean).isGreaterThan(3 * meanBound());
    }

    private static void assertWithinTheBound(int worlds, long seed) {
        Explained explained = attack(noise(Rational.ONE), false, worlds, seed);

        assertThat(meanBound()).isCloseTo(0.0418, within(0.0005));
        assertThat(explained.mean).isLessThan(meanBound() + 3 * error(meanBound(), worlds));
        // it is as good as the bound says it can be
        assertThat(explained.mean).isGreaterThan(meanBound() - 4 * error(meanBound(), worlds));
        assertThat(explained.day).isLessThan(dayBound() + 3 * error(dayBound(), worlds));
    }

    /** A weight that is uniform from 0 to 1 has a variance of 1/12. */
    private static double meanBound() {
        double signal = G * G / 12;
        return signal / (signal + VARIANCE.doubleValue() / DAYS);
    }

    private static double dayBound() {
        double signal = G * G / 12;
        return signal / (signal + VARIANCE.doubleValue());
    }

    /** The standard error of a squared correlation, not below that of none at all. */
    private static double error(double squaredCorrelation, int worlds) {
        return Math.max(2 * Math.sqrt(squaredCorrelation) * (1 - squaredCorrelation) / Math.sqrt(worlds), 2.0 / worlds);
    }

    private static DiscreteGaussian noise(Rational sigma) {
        return new DiscreteGaussian(
                new Rational(VARIANCE, BigInteger.ONE).times(sigma).times(sigma));
    }

    /** The squared correlations, over worlds, of the tenant's weight with the mean day and with one day as reconstructed. */
    private static Explained attack(DiscreteGaussian noise, boolean noiseForEachWindow, int worlds, long seed) {
        RandomGenerator random = SeededUniforms.generator(seed);
        UniformSource uniforms = new SeededUniforms(seed);
        double[][] windows = windows();
        LeastSquares system = new LeastSquares(windows);
        Correlation mean = new Correlation();
        Correlation day = new Correlation();
        for (int world = 0; world < worlds; world++) {
            long weight = random.nextLong(Projection.UNIT_SCALE + 1);
            double[] days = system.solve(observed(windows, weight, noise, noiseForEachWindow, uniforms));
            double sum = 0;
            for (double each : days) {
                sum += each;
            }
            mean.add(weight, sum / DAYS);
            day.add(weight, days[DAYS / 2]);
        }
        return new Explained(mean.squared(), day.squared());
    }

    private static double[] observed(
            double[][] windows,
            long weight,
            DiscreteGaussian noise,
            boolean noiseForEachWindow,
            UniformSource uniforms) {
        long[] released = new long[DAYS];
        for (int day = 0; day < DAYS; day++) {
            released[day] = weight + (noiseForEachWindow ? 0 : noise.draw(uniforms));
        }
        double[] observed = new double[windows.length];
        for (int row = 0; row < windows.length; row++) {
            for (int day = 0; day < DAYS; day++) {
                observed[row] += windows[row][day] * released[day];
            }
            observed[row] += noiseForEachWindow ? noise.draw(uniforms) : 0;
        }
        return observed;
    }

    /** One row for each window of each end day, over the days released so far. */
    private static double[][] windows() {
        double[][] rows = new double[WINDOWS.length * DAYS][DAYS];
        int row = 0;
        for (int length : WINDOWS) {
            for (int end = 0; end < DAYS; end++) {
                for (int day = Math.max(0, end - length + 1); day <= end; day++) {
                    rows[row][day] = 1;
                }
                row++;
            }
        }
        return rows;
    }

    private record Explained(double mean, double day) {}

    private static final class Correlation {
        private double n;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        void add(double a, double b) {
            n++;
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }

        double squared() {
            double covariance = xy - x * y / n;
            return covariance * covariance / ((xx - x * x / n) * (yy - y * y / n));
        }
    }
}
