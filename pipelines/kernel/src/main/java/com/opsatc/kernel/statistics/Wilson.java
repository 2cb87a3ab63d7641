package com.opsatc.kernel.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The Wilson score interval of a share, of 95 % where nothing else is said: unlike the textbook interval it stays within 0 and 1 and
 * holds its level for shares near them and for few members.
 *
 * <p>Members are taken as independent: for lines that come in orders it is too narrow. Source: Wilson 1927; Newcombe 1998,
 * method 3.
 *
 * <pre>
 *   81 of 263  ->  0.255256 to 0.366183
 *    0 of  20  ->  0        to 0.161125
 * </pre>
 */
public final class Wilson {
    private static final double Z = 1.959963984540054;
    private static final double Z_90 = 1.6448536269514722;
    private static final int SCALE = 6;

    private Wilson() {}

    /** The interval of the share {@code k} of {@code n}, with six decimals, half to even; {@code n} is at least 1. */
    public static Bounds interval(long k, long n) {
        return interval(k, n, Z);
    }

    /** As {@link #interval(long, long)}, of 90 %. */
    public static Bounds interval90(long k, long n) {
        return interval(k, n, Z_90);
    }

    private static Bounds interval(long k, long n, double z) {
        if (n < 1 || k < 0 || k > n) {
            throw new IllegalArgumentException(
                    "Invalid share " + k + " of " + n + ": expected 0 to n members of at least one");
        }

        double share = (double) k / n;
        double z2 = z * z / n;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n)) / (1 + z2);
        // At the ends the formula gives exactly 0 and 1, floating point only nearly.
        return new Bounds(rounded(k == 0 ? 0 : centre - half), rounded(k == n ? 1 : centre + half));
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /** Both ends of an interval of a share, included. */
    public record Bounds(BigDecimal low, BigDecimal high) {}
}
