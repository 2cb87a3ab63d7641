package com.opsatc.jobs.report.chart;

import com.opsatc.contract.SeriesPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Natural process limits of a weekly series: mean ± 2.66 times the mean moving range (XmR, definitions 1.11).
 *
 * <p>Only full weeks with a value count, and a moving range is taken between one such week and the next. The lower limit
 * of a figure that cannot be negative is not drawn below 0.
 *
 * @param weeks how many full weeks they rest on
 */
public record XmrLimits(BigDecimal mean, BigDecimal lower, BigDecimal upper, int weeks) {
    /** Fewer full weeks than this give no limits. */
    public static final int FEWEST_WEEKS = 12;

    private static final BigDecimal SCALING = new BigDecimal("2.66");
    private static final int DECIMALS = 9;

    /** The limits of the series; empty with fewer than 12 full weeks. */
    public static Optional<XmrLimits> of(List<SeriesPoint> series) {
        List<BigDecimal> values = series.stream()
                .filter(XmrLimits::counts)
                .map(SeriesPoint::value)
                .toList();
        if (values.size() < FEWEST_WEEKS) {
            return Optional.empty();
        }

        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ranges = BigDecimal.ZERO;
        for (int i = 1; i < values.size(); i++) {
            ranges = ranges.add(values.get(i).subtract(values.get(i - 1)).abs());
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal reach = SCALING.multiply(
                ranges.divide(BigDecimal.valueOf(values.size() - 1L), DECIMALS, RoundingMode.HALF_EVEN));

        return Optional.of(
                new XmrLimits(mean, mean.subtract(reach).max(BigDecimal.ZERO), mean.add(reach), values.size()));
    }

    /** Whether a week is over and has a value. */
    public static boolean counts(SeriesPoint point) {
        return !point.partial() && point.value() != null;
    }

    /** Whether a value lies beyond a limit. */
    public boolean excludes(BigDecimal value) {
        return value.compareTo(lower) < 0 || value.compareTo(upper) > 0;
    }

    /** How many of the weeks that count lie beyond a limit. */
    public long beyond(List<SeriesPoint> series) {
        return series.stream()
                .filter(XmrLimits::counts)
                .filter(point -> excludes(point.value()))
                .count();
    }
}
