package com.opsatc.kernel.statistics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How long something takes where some of it has not happened yet: the survival curve of Kaplan and Meier, its median and the interval
 * of that. Leaving out what is open would make the latest members look fast, since only the fast ones of them are done.
 *
 * <p>S(t), the share that takes longer than t, is the product of (n - d) / n over the times up to t at which something was
 * reached: n have taken at least so long, d of them reached it then. What is open at a time is behind what was reached at the same.
 * The median is the first time with S at most 1/2, decided exactly; where S is 1/2 until a later time, midway to that, half to even.
 * So without open members it is the median of type 7. Source: Kaplan and Meier 1958; midway as survfit of R has it.
 *
 * <pre>
 *   reached 1 2 4 8              ->  3
 *   reached 1 2,    open 2       ->  2 (S is 2/3, then 1/3)
 *   reached 1,      open 2 3     ->  more than 3
 * </pre>
 */
public final class KaplanMeier {
    private static final double Z = 1.959963984540054;
    private static final double HALF = 0.5;
    /** Of a quotient and a product in double precision, each half a unit in the last place, twice over. */
    private static final double ROUNDING = 0x1p-51;

    /** The times at which something was reached, ascending, each once. */
    private final long[] times;
    /** At each of the times, how many had taken at least so long, and how many of them reached it then. */
    private final long[] atRisk;

    private final long[] reachedThen;
    private final double[] survival;
    private final long longest;

    private KaplanMeier(long[] times, long[] atRisk, long[] reachedThen, long longest) {
        this.times = times;
        this.atRisk = atRisk;
        this.reachedThen = reachedThen;
        this.longest = longest;
        this.survival = new double[times.length];
        double product = 1;
        for (int i = 0; i < times.length; i++) {
            product *= (double) (atRisk[i] - reachedThen[i]) / atRisk[i];
            survival[i] = product;
        }
    }

    /**
     * The curve of at least one member; in any order, ties allowed.
     *
     * @param reached how long those took that reached it
     * @param open how long the others have taken so far
     */
    public static KaplanMeier of(long[] reached, long[] open) {
        if (reached.length + open.length == 0) {
            throw new IllegalArgumentException("Invalid times: there are no members");
        }

        long[] done = sorted(reached);
        long[] censored = sorted(open);
        long[] times = Arrays.stream(done).distinct().toArray();
        long[] atRisk = new long[times.length];
        long[] then = new long[times.length];
        int earlier = 0;
        int before = 0;
        for (int i = 0; i < times.length; i++) {
            while (before < censored.length && censored[before] < times[i]) {
                before++;
            }
            int until = earlier;
            while (until < done.length && done[until] == times[i]) {
                until++;
            }
            atRisk[i] = (long) done.length - earlier + censored.length - before;
            then[i] = (long) until - earlier;
            earlier = until;
        }
        return new KaplanMeier(times, atRisk, then, Math.max(last(done), last(censored)));
    }

    /** The median; where more than half are open, how long it is more than. */
    public Median median() {
        for (int i = 0; i < times.length; i++) {
            int sign = comparedToHalf(i);
            if (sign == 0 && i + 1 < times.length) {
                return new Median(new Quantile.Rank(0, 1, 2).between(times[i], times[i + 1]), false);
            }

            if (sign <= 0) {
                return new Median(times[i], false);
            }
        }
        return new Median(longest, true);
    }

    /**
     * The 95 % interval of the median: the times at which the median may lie by the interval of S on the scale log(-log S), with
     * Greenwood's variance, which holds its level for few members. Source: Brookmeyer and Crowley 1982; Borgan and Liestøl 1990.
     */
    public Ends interval() {
        OptionalLong low = OptionalLong.empty();
        double variance = 0;
        for (int i = 0; i < times.length; i++) {
            long left = atRisk[i] - reachedThen[i];
            if (left == 0) {
                // Nothing is known of S below its last step to nothing, so that it bounds the median from below alone.
                return new Ends(low.isPresent() ? low : OptionalLong.of(times[i]), OptionalLong.empty());
            }

            variance += (double) reachedThen[i] / ((double) atRisk[i] * left);
            double log = StrictMath.log(survival[i]);
            double width = Z * StrictMath.sqrt(variance) / -log;
            if (low.isEmpty() && log * StrictMath.exp(width) <= StrictMath.log(HALF)) {
                low = OptionalLong.of(times[i]);
            }
            if (log * StrictMath.exp(-width) <= StrictMath.log(HALF)) {
                return new Ends(low, OptionalLong.of(times[i]));
            }
        }
        return new Ends(low, OptionalLong.empty());
    }

    /** The sign of S - 1/2 at one of the times: in whole numbers where rounding could decide it. */
    private int comparedToHalf(int i) {
        double difference = survival[i] - HALF;
        return Math.abs(difference) > (i + 1) * ROUNDING ? (int) Math.signum(difference) : exactlyComparedToHalf(i);
    }

    /** Factors that cancel are left out: without open members between two times there is nothing to multiply. */
    private int exactlyComparedToHalf(int i) {
        long[] above = new long[i + 1];
        long[] below = new long[i + 1];
        int factors = 0;
        for (int at = 0; at <= i; at++) {
            if (factors > 0 && above[factors - 1] == atRisk[at]) {
                above[factors - 1] = atRisk[at] - reachedThen[at];
            } else {
                above[factors] = atRisk[at] - reachedThen[at];
                below[factors++] = atRisk[at];
            }
        }
        return product(above, 0, factors).shiftLeft(1).compareTo(product(below, 0, factors));
    }

    private static BigInteger product(long[] factors, int from, int to) {
        if (to - from == 1) {
            return BigInteger.valueOf(factors[from]);
        }

        int middle = (from + to) >>> 1;
        return product(factors, from, middle).multiply(product(factors, middle, to));
    }

    private static long[] sorted(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static long last(long[] sorted) {
        return sorted.length == 0 ? Long.MIN_VALUE : sorted[sorted.length - 1];
    }

    /**
     * @param time the median, or the longest time of all where it is beyond that
     * @param beyond whether the median is more than {@code time}
     */
    public record Median(long time, boolean beyond) {}

    /** Where the median may lie; without an end where the members do not bound it. */
    public record Ends(OptionalLong low, OptionalLong high) {}
}
