package com.opsatc.kernel.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Compares the draws of a sampler with the distribution it claims: chi-square at 10^-6, mean and variance within six standard
 * errors, and the slope of the logarithm of frequencies, which finds a wrong scale in the tails.
 */
final class SamplerProof {
    private static final double ALPHA = 1e-6;
    private static final double Z = 6;
    private static final int ENOUGH = 20;

    private final Pmf pmf;
    /** What the logarithm of a probability falls with: the size of a value, or its square. */
    private final LongToDoubleFunction falls;

    private final double slope;

    private SamplerProof(Pmf pmf, LongToDoubleFunction falls, double slope) {
        this.pmf = pmf;
        this.falls = falls;
        this.slope = slope;
    }

    static SamplerProof laplace(double s, double t) {
        return new SamplerProof(Pmf.laplace(s, t), Math::abs, -s / t);
    }

    static SamplerProof gaussian(double variance) {
        return new SamplerProof(Pmf.gaussian(variance), x -> (double) x * x, -1 / (2 * variance));
    }

    /** The statistics that the draws fail; none if the sampler is right. */
    List<String> failures(ToLongFunction<UniformSource> sampler, int draws, long seed) {
        SeededUniforms uniforms = new SeededUniforms(seed);
        Map<Long, Integer> counts = new HashMap<>();
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            long x = sampler.applyAsLong(uniforms);
            counts.merge(x, 1, Integer::sum);
            sum += x;
            squares += (double) x * x;
        }

        double variance = pmf.variance();
        double spread = Math.sqrt(pmf.fourthMoment() - variance * variance);
        List<String> failures = new ArrayList<>();
        note(failures, "chi-square", chiSquare(counts, draws) < ALPHA);
        note(failures, "mean", Math.abs(sum / Math.sqrt(draws * variance)) > Z);
        note(failures, "variance", Math.abs(squares / draws - variance) > Z * spread / Math.sqrt(draws));
        note(failures, "slope", Math.abs(slopeDeviation(counts, draws)) > Z);
        return failures;
    }

    private static void note(List<String> failures, String name, boolean failed) {
        if (failed) {
            failures.add(name);
        }
    }

    /** The probability of a deviation as large as that of the counts; values too rare to judge are one class. */
    private double chiSquare(Map<Long, Integer> counts, int draws) {
        double statistic = 0;
        int classes = 0;
        long left = draws;
        double expectedLeft = draws;
        for (int x = -pmf.last(); x <= pmf.last(); x++) {
            double expected = draws * pmf.at(x);
            if (expected >= ENOUGH) {
                int found = counts.getOrDefault((long) x, 0);
                statistic += (found - expected) * (found - expected) / expected;
                classes++;
                left -= found;
                expectedLeft -= expected;
            }
        }
        double tail = Math.max(expectedLeft, 1);
        statistic += (left - expectedLeft) * (left - expectedLeft) / tail;
        return Tails.chiSquare(statistic, classes);
    }

    /** How many standard errors the weighted least-squares slope of log-frequencies is off the distribution's. */
    private double slopeDeviation(Map<Long, Integer> counts, int draws) {
        double weights = 0;
        double meanAt = 0;
        double meanLog = 0;
        List<double[]> points = new ArrayList<>();
        for (int x = -pmf.last(); x <= pmf.last(); x++) {
            int found = counts.getOrDefault((long) x, 0);
            double expected = draws * pmf.at(x);
            if (expected >= 10 * ENOUGH && found > 0) {
                points.add(new double[] {falls.applyAsDouble(x), Math.log(found), expected});
                weights += expected;
                meanAt += expected * falls.applyAsDouble(x);
                meanLog += expected * Math.log(found);
            }
        }
        double products = 0;
        double squares = 0;
        for (double[] point : points) {
            double at = point[0] - meanAt / weights;
            products += point[2] * at * (point[1] - meanLog / weights);
            squares += point[2] * at * at;
        }
        return squares == 0 ? 0 : (products / squares - slope) * Math.sqrt(squares);
    }
}
