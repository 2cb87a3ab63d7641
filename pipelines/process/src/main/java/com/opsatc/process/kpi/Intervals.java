package com.opsatc.process.kpi;

import com.opsatc.contract.Aggregation;
import com.opsatc.contract.Interval;
import com.opsatc.kernel.statistics.OrderStatistic;
import com.opsatc.kernel.statistics.Wilson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The 95 % interval of a figure: Wilson for a share, exact ranks for a median (definitions 1.12). Members are taken as
 * independent, which makes the interval of a share of lines too narrow where lines come in orders.
 */
public final class Intervals {
    public static final BigDecimal LEVEL = new BigDecimal("0.95");
    static final String WILSON = "wilson";
    static final String ORDER_STATISTIC = "order-statistic";

    private Intervals() {}

    /** Empty where the aggregation has none here, or there are too few members. */
    public static Optional<Interval> of(Aggregation aggregation, long[] contributions) {
        return switch (aggregation) {
            case SHARE -> Optional.of(share(contributions));
            case MEDIAN -> median(contributions);
            case COUNT, SUM, MEAN, P90, SUM_ABOVE_P25 -> Optional.empty();
        };
    }

    private static Interval share(long[] contributions) {
        Wilson.Bounds bounds = Wilson.interval(Figure.sum(contributions), contributions.length);
        return new Interval(LEVEL, bounds.low(), bounds.high(), WILSON);
    }

    private static Optional<Interval> median(long[] contributions) {
        long[] sorted = contributions.clone();
        Arrays.sort(sorted);
        return OrderStatistic.medianInterval(sorted)
                .map(range -> new Interval(
                        LEVEL, BigDecimal.valueOf(range.low()), BigDecimal.valueOf(range.high()), ORDER_STATISTIC));
    }
}
