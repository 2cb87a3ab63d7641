package com.opsatc.kernel.privacy;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Runs a sampler on every possible sequence of uniform integers, down to sequences of negligible probability: the exact
 * distribution of what the code does, not an estimate of it.
 */
final class UniformTree implements UniformSource {
    private final long[] values = new long[200];
    private int answered;
    private int asked;
    private long bound;

    private UniformTree() {}

    /** The probability of each result; that of the sequences left out is missing from their sum. */
    static Map<Long, Double> distribution(ToLongFunction<UniformSource> sampler, double negligible) {
        Map<Long, Double> distribution = new TreeMap<>();
        UniformTree tree = new UniformTree();
        tree.explore(sampler, negligible, 1, distribution);
        return distribution;
    }

    private void explore(
            ToLongFunction<UniformSource> sampler, double negligible, double mass, Map<Long, Double> found) {
        asked = 0;
        try {
            found.merge(sampler.applyAsLong(this), mass, Double::sum);
        } catch (Unanswered question) {
            branch(sampler, negligible, mass / bound, found);
        }
    }

    private void branch(
            ToLongFunction<UniformSource> sampler, double negligible, double each, Map<Long, Double> found) {
        if (each < negligible) {
            return;
        }

        int place = answered;
        long end = bound;
        for (long value = 0; value < end; value++) {
            values[place] = value;
            answered = place + 1;
            explore(sampler, negligible, each, found);
        }
        answered = place;
    }

    @Override
    public BigInteger below(BigInteger bound) {
        if (asked == answered) {
            this.bound = bound.longValueExact();
            throw new Unanswered();
        }

        return BigInteger.valueOf(values[asked++]);
    }

    /** The sampler asks for an integer beyond the sequence so far. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered() {
            super("beyond the sequence", null, false, false);
        }
    }
}
