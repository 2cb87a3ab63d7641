package com.opsatc.kernel.advice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** How many more members would be good, had a share stayed what it was; whole members, rounded down, none negative. */
public final class RegainedRate {
    private RegainedRate() {}

    /**
     * The members since a fall times the share before it, less those that are good.
     *
     * @throws IllegalArgumentException if there are no members on a side, or more good ones than members
     */
    public static long toRateBefore(long goodBefore, long before, long goodAfter, long after) {
        if (before < 1 || after < 1 || goodBefore < 0 || goodBefore > before || goodAfter < 0 || goodAfter > after) {
            throw new IllegalArgumentException("Invalid share: it has members, and no more good ones than these");
        }

        BigInteger expected = BigInteger.valueOf(goodBefore)
                .multiply(BigInteger.valueOf(after))
                .divide(BigInteger.valueOf(before));
        return Math.max(0, expected.longValueExact() - goodAfter);
    }

    /**
     * The members since a fall times the least of it.
     *
     * @param least the end of the fall's interval that is nearest to none, as a positive share
     */
    public static long atLeast(BigDecimal least, long after) {
        if (least.signum() < 0 || after < 1) {
            throw new IllegalArgumentException("Invalid fall: it is a share of members");
        }

        return least.multiply(BigDecimal.valueOf(after))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }
}
