package com.opsatc.kernel.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which part of a sum lies in the tenth of its members that has the most of it (definitions 1.7): a tenth where all have alike, and 1
 * where a tenth has everything.
 *
 * <p>The tenth of n members are the n / 10 largest, rounded up, so that of nine members it is one. Which of equal members are among
 * them changes nothing. Shares have six decimals, rounded half to even.
 *
 * <pre>
 * 5 5 5 5 5 5 5 5 5 5    0.100000
 * 0 0 0 0 0 0 0 0 0 9    1.000000
 * </pre>
 */
public final class Concentration {
    private static final int TENTH = 10;
    private static final int DECIMALS = 6;

    private Concentration() {}

    /**
     * Empty where the members have nothing.
     *
     * @param amounts of the members, none negative
     */
    public static Optional<BigDecimal> inTheTopTenth(long[] amounts) {
        long[] sorted = amounts.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[0] < 0) {
            throw new IllegalArgumentException("Invalid amounts: a share of a sum needs members that add to it");
        }

        int tenth = (sorted.length + TENTH - 1) / TENTH;
        BigInteger all = BigInteger.ZERO;
        BigInteger top = BigInteger.ZERO;
        for (int i = 0; i < sorted.length; i++) {
            BigInteger amount = BigInteger.valueOf(sorted[i]);
            all = all.add(amount);
            top = i >= sorted.length - tenth ? top.add(amount) : top;
        }

        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(top).divide(new BigDecimal(all), DECIMALS, RoundingMode.HALF_EVEN));
    }
}
