package com.opsatc.kernel.statistics;

import com.opsatc.kernel.statistics.Wilson.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The 95 % interval of the difference of two independent shares, second less first, from the Wilson intervals of both.
 *
 * <p>Unlike the textbook interval it stays within -1 and 1. Source: Newcombe 1998, Interval estimation for the difference
 * between independent proportions, method 10.
 *
 * <pre>
 *   48 of 80, then 56 of 70  ->  difference 0.2, interval 0.052393 to 0.333884
 * </pre>
 */
public final class Newcombe {
    private static final int SCALE = 6;

    private Newcombe() {}

    /** The interval of {@code k2/n2 - k1/n1} with six decimals, half to even; both have at least one member. */
    public static Bounds interval(long k1, long n1, long k2, long n2) {
        Bounds first = Wilson.interval(k1, n1);
        Bounds second = Wilson.interval(k2, n2);
        double p1 = (double) k1 / n1;
        double p2 = (double) k2 / n2;
        double below = distance(p2 - second.low().doubleValue(), first.high().doubleValue() - p1);
        double above =
                distance(second.high().doubleValue() - p2, p1 - first.low().doubleValue());
        return new Bounds(rounded(p2 - p1 - below), rounded(p2 - p1 + above));
    }

    private static double distance(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
