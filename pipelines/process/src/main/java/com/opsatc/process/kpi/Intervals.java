package com.opsatc.process.kpi;

import com.opsatc.contract.Aggregation;
import com.opsatc.contract.Interval;
import com.opsatc.kernel.statistics.BucketBootstrap;
import com.opsatc.kernel.statistics.Newcombe;
import com.opsatc.kernel.statistics.OrderStatistic;
import com.opsatc.kernel.statistics.Range;
import com.opsatc.kernel.statistics.Wilson;
import com.opsatc.process.evidence.Population;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The 95 % interval of a figure (definitions 1.12 and 2.1): Wilson for a share, exact ranks for a median.
 *
 * <p>Members that come in clusters, as lines do in orders, tell less than as many independent ones. Of these a share has the
 * interval of a bootstrap that draws whole clusters, and nowhere a narrower one than Wilson's: with few clusters, or where
 * all members agree, a bootstrap sees less spread than there is.
 */
public final class Intervals {
    public static final BigDecimal LEVEL = new BigDecimal("0.95");
    static final String WILSON = "wilson";
    static final String CLUSTER_BOOTSTRAP = "cluster-bootstrap";
    static final String ORDER_STATISTIC = "order-statistic";

    private static final int MILLIONTHS = 6;
    /** Fixed, so that the same members have the same interval. */
    private static final long SEED = 1;

    private Intervals() {}

    /** Empty where the aggregation has none here, or there are too few members. */
    public static Optional<Interval> of(Aggregation aggregation, Population members) {
        return switch (aggregation) {
            case SHARE -> Optional.of(share(members));
            case MEDIAN -> median(members.contributions());
            case COUNT, SUM, MEAN, P90, SUM_ABOVE_P25 -> Optional.empty();
        };
    }

    /** The interval of how much larger a share is than one before it. */
    public static Wilson.Bounds ofChange(Population before, Population after) {
        Wilson.Bounds independent = Newcombe.interval(hits(before), before.n(), hits(after), after.n());
        if (!before.clustered() && !after.clustered()) {
            return independent;
        }

        return wider(
                independent,
                BucketBootstrap.difference(
                        hitsByBucket(before),
                        membersByBucket(before),
                        hitsByBucket(after),
                        membersByBucket(after),
                        SEED));
    }

    private static Interval share(Population members) {
        Wilson.Bounds independent = Wilson.interval(hits(members), members.n());
        if (!members.clustered()) {
            return new Interval(LEVEL, independent.low(), independent.high(), WILSON);
        }

        Wilson.Bounds bounds =
                wider(independent, BucketBootstrap.share(hitsByBucket(members), membersByBucket(members), SEED));
        return new Interval(LEVEL, bounds.low(), bounds.high(), CLUSTER_BOOTSTRAP);
    }

    private static Wilson.Bounds wider(Wilson.Bounds independent, Range millionths) {
        return new Wilson.Bounds(
                independent.low().min(BigDecimal.valueOf(millionths.low(), MILLIONTHS)),
                independent.high().max(BigDecimal.valueOf(millionths.high(), MILLIONTHS)));
    }

    private static long hits(Population members) {
        return Figure.sum(members.contributions());
    }

    private static long[] hitsByBucket(Population members) {
        return members.bucketSums(hit -> hit);
    }

    private static long[] membersByBucket(Population members) {
        return members.bucketSums(hit -> 1);
    }

    private static Optional<Interval> median(long[] contributions) {
        long[] sorted = contributions.clone();
        Arrays.sort(sorted);
        return OrderStatistic.medianInterval(sorted)
                .map(range -> new Interval(
                        LEVEL, BigDecimal.valueOf(range.low()), BigDecimal.valueOf(range.high()), ORDER_STATISTIC));
    }
}
