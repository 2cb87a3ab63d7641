package com.opsatc.kernel.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The natural process limits of a series of single figures (XmR chart): mean ± 2.66 times the mean moving range.
 *
 * <p>Figures are integers; a caller with fractions scales them, to millionths for a share. Limits computed from a baseline
 * stay frozen and are applied to later points. Source: Wheeler, Understanding Variation; definitions 1.11.
 *
 * @param centre the mean of the baseline, like the limits rounded half to even
 */
public record Xmr(long centre, long lower, long upper) {
    private static final int MINIMUM_POINTS = 12;
    private static final int RUN = 8;
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
        return Optional.of(new Xmr(
                rounded(middle, divisor),
                rounded(middle.subtract(reach), divisor),
                rounded(middle.add(reach), divisor)));
    }

    private static long rounded(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /**
     * What in the points is more than noise, by place: each point outside the limits, and the eighth point of each run on one
     * side of the centre. A point on the centre ends a run.
     */
    public List<Signal> signals(long[] points) {
        List<Signal> signals = new ArrayList<>();
        int run = 0;
        int side = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] < lower || points[i] > upper) {
                signals.add(new Signal(i, Kind.OUTSIDE));
            }

            int here = Long.compare(points[i], centre);
            run = here == side && here != 0 ? run + 1 : 1;
            side = here;
            if (run == RUN && side != 0) {
                signals.add(new Signal(i, Kind.RUN_OF_EIGHT));
            }
        }
        return signals;
    }

    /** Why a point is a signal. */
    public enum Kind {
        OUTSIDE,
        RUN_OF_EIGHT
    }

    /** The point at {@code index} is a signal. */
    public record Signal(int index, Kind kind) {}
}
