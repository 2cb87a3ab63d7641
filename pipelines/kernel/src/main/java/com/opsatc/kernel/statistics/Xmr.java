package com.opsatc.kernel.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The natural process limits of a series of single figures (XmR chart): mean ± 2.66 times the mean moving range, the lower
 * one not below 0 where no figure is, since a share or a duration cannot be.
 *
 * <p>Figures are integers; a caller with fractions scales them, to millionths for a share. Limits computed from a baseline
 * stay frozen and are applied to later points. Source: Wheeler, Understanding Variation; definitions 1.11.
 *
 * @param centre the mean of the baseline, like the limits rounded half to even
 */
public record Xmr(long centre, long lower, long upper) {
    /** Fewer do not tell noise from signal. */
    static final int MINIMUM_POINTS = 12;

    /** 3 / 1.128: three sigma, from the expected range of two normal values. */
    private static final BigDecimal SIGMAS = new BigDecimal("2.66");

    /** The limits that the points set; empty below 12 points, which do not tell noise from signal. */
    public static Optional<Xmr> limits(long[] baseline) {
        if (baseline.length < MINIMUM_POINTS) {
            return Optional.empty();
        }

        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal ranges = BigDecimal.ZERO;
        for (int i = 0; i < baseline.length; i++) {
            sum = sum.add(BigDecimal.valueOf(baseline[i]));
            if (i > 0) {
                ranges = ranges.add(BigDecimal.valueOf(baseline[i])
                        .subtract(BigDecimal.valueOf(baseline[i - 1]))
                        .abs());
            }
        }
        // Both over one divisor, so that each figure is rounded once.
        BigDecimal n = BigDecimal.valueOf(baseline.length);
        BigDecimal rangeCount = BigDecimal.valueOf(baseline.length - 1L);
        BigDecimal divisor = n.multiply(rangeCount);
        BigDecimal middle = sum.multiply(rangeCount);
        BigDecimal reach = ranges.multiply(n).multiply(SIGMAS);
        long lower = rounded(middle.subtract(reach), divisor);
        boolean negative = LongStream.of(baseline).anyMatch(figure -> figure < 0);
        return Optional.of(new Xmr(
                rounded(middle, divisor), negative ? lower : Math.max(0, lower), rounded(middle.add(reach), divisor)));
    }

    /**
     * Where later figures lie: 1 where all are above the centre, -1 where all are below, else 0, as it is for none. Eight in a row on
     * one side are a signal by Wheeler's third rule.
     */
    public int side(long[] later) {
        boolean above = LongStream.of(later).allMatch(figure -> figure > centre);
        boolean below = LongStream.of(later).allMatch(figure -> figure < centre);
        return above == below ? 0 : above ? 1 : -1;
    }

    private static long rounded(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
