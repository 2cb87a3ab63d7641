package com.opsatc.kernel.statistics;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A confidence interval of the median without any assumption on the distribution: from the values at two ranks that the
 * binomial distribution gives.
 *
 * <p>How many values lie below the median is Binomial(n, 1/2). The interval from the r-th smallest to the r-th largest value
 * misses the median with probability 2 P(X &lt; r), and r is the largest rank that keeps this at 5 % or less: the level is
 * at least 95 %. Source: definitions 1.12; Conover, Practical Nonparametric Statistics, 3.2.
 *
 * <pre>
 *   n = 5 -> none (the range of all values covers 93.75 %),   n = 6 -> smallest to largest,   n = 25 -> 8th to 18th
 * </pre>
 */
public final class OrderStatistic {
    private static final double TAIL = 0.025;
    /** Terms below this share of the largest one add nothing to a sum in double precision. */
    private static final double NEGLIGIBLE = 1e-30;

    private OrderStatistic() {}

    /**
     * The interval of the median, of level 95 % at least; empty below 6 values.
     *
     * @param sorted the values in ascending order
     */
    public static Optional<Range> medianInterval(long[] sorted) {
        requireNonNull(sorted, "sorted");
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] < sorted[i - 1]) {
                throw new IllegalArgumentException("Invalid sample: expected values in ascending order");
            }
        }

        int rank = lowerRank(sorted.length);
        return rank == 0 ? Optional.empty() : Optional.of(new Range(sorted[rank - 1], sorted[sorted.length - rank]));
    }

    /** The rank r, from 1, of the lower end of the interval; 0 when no rank reaches the level. */
    static int lowerRank(int n) {
        // Weights C(n, k) relative to the largest one, from the middle down to where they vanish.
        int middle = n / 2;
        double weight = 1;
        double lower = 0;
        int last = middle;
        for (int k = middle; k >= 0 && weight > NEGLIGIBLE; k--) {
            lower += weight;
            last = k;
            weight *= (double) k / (n - k + 1);
        }
        // Both halves: an even n has its middle weight once.
        double total = n % 2 == 0 ? 2 * lower - 1 : 2 * lower;
        return rankAt(n, last, TAIL * total);
    }

    private static int rankAt(int n, int from, double tail) {
        double below = 0;
        double weight = weight(n, from);
        int k = from;
        while (k <= n / 2 && below + weight <= tail) {
            below += weight;
            weight *= (double) (n - k) / (k + 1);
            k++;
        }
        return k;
    }

    /** C(n, k) relative to C(n, n / 2), by the same multiplications. */
    private static double weight(int n, int k) {
        double weight = 1;
        for (int i = n / 2; i > k; i--) {
            weight *= (double) i / (n - i + 1);
        }
        return weight;
    }
}
