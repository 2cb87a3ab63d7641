package com.opsatc.kernel.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToLongFunction;

/**
 * Estimates from draws how far apart the outputs on two neighbouring data sets are.
 *
 * <p>A mechanism is a function of a uniform source: its output on one data set. Source of the methods: Kong et al.,
 * DP-Auditorium, 2023 (hockey-stick divergence); Ding et al., Detecting violations of differential privacy, 2018, with the
 * intervals of Clopper and Pearson.
 */
final class PrivacyTester {
    private PrivacyTester() {}

    /** The delta at which the outputs look {@code epsilon} apart, the larger of both directions. */
    static double hockeyStick(
            ToLongFunction<UniformSource> one,
            ToLongFunction<UniformSource> other,
            double epsilon,
            int pairs,
            long seed) {
        SeededUniforms uniforms = new SeededUniforms(seed);
        Map<Long, int[]> counts = new HashMap<>();
        for (int pair = 0; pair < pairs; pair++) {
            counts.computeIfAbsent(one.applyAsLong(uniforms), x -> new int[2])[0]++;
            counts.computeIfAbsent(other.applyAsLong(uniforms), x -> new int[2])[1]++;
        }
        double factor = Math.exp(epsilon);
        double forward = 0;
        double backward = 0;
        for (int[] count : counts.values()) {
            forward += Math.max(0, count[0] - factor * count[1]);
            backward += Math.max(0, count[1] - factor * count[0]);
        }
        return Math.max(forward, backward) / pairs;
    }

    /** A lower bound of epsilon, which holds with 99.99 %: no mechanism with less gives such an event. */
    static double epsilon(
            ToLongFunction<UniformSource> one, ToLongFunction<UniformSource> other, int draws, long seed) {
        // four standard errors to the unfavourable side, so that no rare event is chosen for its luck
        Event event = event(
                one,
                other,
                draws,
                seed,
                (t, f) -> Math.log(Math.max(1, t - 4 * Math.sqrt(t)) / (f + 4 * Math.sqrt(f) + 10)));
        return Math.log(event.truePositive / event.falsePositive);
    }

    /** A lower bound, which holds with 99.99 %, of the distance of normal distributions of variance 1 that are as easily told. */
    static double distance(
            ToLongFunction<UniformSource> one, ToLongFunction<UniformSource> other, int draws, long seed) {
        Event event = event(one, other, draws, seed, (t, f) -> t - f);
        return Tails.normalQuantile(event.truePositive) - Tails.normalQuantile(event.falsePositive);
    }

    /** The best event by a score of both counts, chosen on draws of its own and judged on others. */
    private static Event event(
            ToLongFunction<UniformSource> one,
            ToLongFunction<UniformSource> other,
            int draws,
            long seed,
            DoubleBinaryOperator score) {
        SeededUniforms uniforms = new SeededUniforms(seed);
        long threshold = threshold(sorted(one, draws, uniforms), sorted(other, draws, uniforms), score);
        long falsePositives = Arrays.stream(sorted(one, draws, uniforms))
                .filter(x -> x >= threshold)
                .count();
        long truePositives = Arrays.stream(sorted(other, draws, uniforms))
                .filter(x -> x >= threshold)
                .count();
        return new Event(
                Tails.lowerProbability(truePositives, draws, 0.00005),
                Tails.upperProbability(falsePositives, draws, 0.00005));
    }

    private static long[] sorted(ToLongFunction<UniformSource> mechanism, int draws, UniformSource uniforms) {
        long[] outputs = new long[draws];
        for (int draw = 0; draw < draws; draw++) {
            outputs[draw] = mechanism.applyAsLong(uniforms);
        }
        Arrays.sort(outputs);
        return outputs;
    }

    private static long threshold(long[] one, long[] other, DoubleBinaryOperator score) {
        int below = 0;
        double best = Double.NEGATIVE_INFINITY;
        long threshold = 0;
        for (int i = 0; i < other.length; i++) {
            while (below < one.length && one[below] < other[i]) {
                below++;
            }
            double found = score.applyAsDouble(other.length - i, one.length - below);
            if (found > best) {
                best = found;
                threshold = other[i];
            }
        }
        return threshold;
    }

    /** A lower bound of how often the second data set gives an output of at least the threshold, an upper one for the first. */
    private record Event(double truePositive, double falsePositive) {}
}
