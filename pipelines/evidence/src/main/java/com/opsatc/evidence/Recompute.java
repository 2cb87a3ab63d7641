package com.opsatc.evidence;

import com.opsatc.contract.claim.Aggregation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Iterator;

/**
 * A figure from its contributions alone, by the words of {@link Aggregation}: the second implementation that published
 * figures are held against. Plain big numbers, no shortcut shared with the first.
 *
 * <pre>
 *   1, 2, 4, 8:  MEDIAN -> 3,  P90 -> 7 (6.8),  SUM_ABOVE_P25 -> 8 (target 2, from 1.75: 4 is 2 above it, 8 is 6)
 * </pre>
 */
public final class Recompute {
    private static final int RATIO_DECIMALS = 6;

    private Recompute() {}

    /**
     * The figure: microseconds and counts whole, shares with six decimals.
     *
     * @param weights of the contributions, in their order; only shares by or of weight look at them
     * @throws IllegalArgumentException if there are no contributions and the figure is neither a count nor a sum
     */
    public static BigDecimal recompute(Aggregation aggregation, Iterator<Long> contributions, Iterator<Long> weights) {
        long[] values = toArray(contributions);
        if (values.length == 0 && aggregation != Aggregation.COUNT && aggregation != Aggregation.SUM) {
            throw new IllegalArgumentException("Invalid evidence: no contributions, so there is no figure");
        }

        return switch (aggregation) {
            case COUNT -> BigDecimal.valueOf(values.length);
            case SUM -> new BigDecimal(sum(values));
            case MEAN -> divided(sum(values), values.length, 0);
            case SHARE -> divided(sum(values), values.length, RATIO_DECIMALS);
            case WEIGHTED_SHARE -> weighted(values, weights);
            case SHARE_OF_WEIGHT -> ofWeight(values, weights);
            case MEDIAN -> percentile(values, 50);
            case SURVIVAL_MEDIAN ->
                throw new IllegalArgumentException("Invalid evidence: a survival median is of open members too");
            case P90 -> percentile(values, 90);
            case SUM_ABOVE_P25 -> sumAbove(values, percentile(values, 25));
        };
    }

    private static long[] toArray(Iterator<Long> contributions) {
        long[] values = new long[1024];
        int n = 0;
        while (contributions.hasNext()) {
            if (n == values.length) {
                values = Arrays.copyOf(values, n * 2);
            }
            values[n++] = contributions.next();
        }
        return Arrays.copyOf(values, n);
    }

    private static BigInteger sum(long[] values) {
        BigInteger sum = BigInteger.ZERO;
        for (long value : values) {
            sum = sum.add(BigInteger.valueOf(value));
        }
        return sum;
    }

    private static BigDecimal weighted(long[] values, Iterator<Long> weights) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal whole = BigDecimal.ZERO;
        for (long value : values) {
            BigDecimal weight = BigDecimal.valueOf(weights.next());
            sum = sum.add(BigDecimal.valueOf(value).multiply(weight));
            whole = whole.add(weight);
        }
        return sum.divide(whole, RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal ofWeight(long[] values, Iterator<Long> weights) {
        BigInteger whole = BigInteger.ZERO;
        for (long value : values) {
            long weight = weights.next();
            if (value < 0 || value > weight) {
                throw new IllegalArgumentException("Invalid evidence: a contribution is no part of its weight");
            }
            whole = whole.add(BigInteger.valueOf(weight));
        }
        return new BigDecimal(sum(values)).divide(new BigDecimal(whole), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal divided(BigInteger sum, long n, int decimals) {
        return new BigDecimal(sum).divide(BigDecimal.valueOf(n), decimals, RoundingMode.HALF_EVEN);
    }

    /** Type 7: the value at (n - 1) * percent / 100 of the sorted values, between two of them if need be. */
    private static BigDecimal percentile(long[] values, int percent) {
        Arrays.sort(values);
        BigDecimal place = BigDecimal.valueOf(values.length - 1L)
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2);
        int below = place.intValue();
        BigDecimal low = BigDecimal.valueOf(values[below]);
        BigDecimal high = BigDecimal.valueOf(values[Math.min(below + 1, values.length - 1)]);
        return low.add(high.subtract(low).multiply(place.subtract(BigDecimal.valueOf(below))))
                .setScale(0, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sumAbove(long[] values, BigDecimal target) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long value : values) {
            sum = sum.add(BigDecimal.valueOf(value).subtract(target).max(BigDecimal.ZERO));
        }
        return sum;
    }
}
