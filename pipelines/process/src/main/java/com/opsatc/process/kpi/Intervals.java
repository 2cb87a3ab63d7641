package com.opsatc.process.kpi;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.figure.Interval;
import com.opsatc.kernel.statistics.BucketBootstrap;
import com.opsatc.kernel.statistics.Newcombe;
import com.opsatc.kernel.statistics.OrderStatistic;
import com.opsatc.kernel.statistics.Range;
import com.opsatc.kernel.statistics.Wilson;
import com.opsatc.process.evidence.CountedMembers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The 95 % interval of a figure (definitions 1.12 and 2.1): Wilson for a share, exact ranks for a median, that of the curve for a
 * survival median.
 *
 * <p>Members that come in clusters, as lines do in orders, tell less than as many independent ones. Of these a share has the
 * interval of a bootstrap that draws whole clusters, and nowhere a narrower one than Wilson's. Where all members agree a
 * bootstrap sees no spread at all, and nothing says how alike the members of a cluster are: they then count as one, by the
 * effective size of Kish over the bootstrap's buckets, of which there are at most 1,024.
 */
public final class Intervals {
    public static final BigDecimal LEVEL = new BigDecimal("0.95");
    static final String WILSON = "wilson";
    static final String CLUSTER_BOOTSTRAP = "cluster-bootstrap";
    static final String ORDER_STATISTIC = "order-statistic";

    private static final int MILLIONTHS = 6;
    /** Larger weights are rounded for the bootstrap, whose sums must stay below 2^63 in millionths. */
    private static final long MOST_WEIGHT = 100_000_000_000L;

    /** Fixed, so that the same members have the same interval. */
    private static final long SEED = 1;

    private Intervals() {}

    /** Empty where the aggregation has none here, or there are too few members. */
    public static Optional<Interval> of(Aggregation aggregation, CountedMembers members) {
        return switch (aggregation) {
            case SHARE -> Optional.of(share(members));
            case WEIGHTED_SHARE -> Optional.of(ofWeights(aggregation, members, members.weightedBucketSums(hit -> hit)));
            case SHARE_OF_WEIGHT -> Optional.of(ofWeights(aggregation, members, members.bucketSums(part -> part)));
            case MEDIAN -> median(members.contributions());
            case SURVIVAL_MEDIAN -> SurvivalMedian.of(members).interval();
            case COUNT, SUM, MEAN, P90, SUM_ABOVE_P25 -> Optional.empty();
        };
    }

    /** The interval of how much larger a share is than one before it. */
    public static Wilson.Bounds ofChange(CountedMembers before, CountedMembers after) {
        Sample first = Sample.of(before);
        Sample second = Sample.of(after);
        Wilson.Bounds independent = Newcombe.interval(first.hits(), first.n(), second.hits(), second.n());
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

    private static Interval share(CountedMembers members) {
        Sample sample = Sample.of(members);
        Wilson.Bounds independent = Wilson.interval(sample.hits(), sample.n());
        if (!members.clustered()) {
            return new Interval(LEVEL, independent.low(), independent.high(), WILSON);
        }

        Wilson.Bounds bounds =
                wider(independent, BucketBootstrap.share(hitsByBucket(members), membersByBucket(members), SEED));
        return new Interval(LEVEL, bounds.low(), bounds.high(), CLUSTER_BOOTSTRAP);
    }

    /**
     * As of a clustered share, whose effective size is that of the buckets' weights.
     *
     * @param hits by bucket, what of its weight is good
     */
    private static Interval ofWeights(Aggregation aggregation, CountedMembers members, long[] hits) {
        long[] all = members.weightedBucketSums(hit -> 1);
        long effective = effective(all);
        long hit = Aggregates.of(aggregation, members)
                .multiply(BigDecimal.valueOf(effective))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        long scale = Math.max(1, Arrays.stream(all).sum() / MOST_WEIGHT);
        Range range = BucketBootstrap.share(divided(hits, scale), divided(all, scale), SEED);
        Wilson.Bounds bounds = wider(Wilson.interval(hit, effective), range);
        return new Interval(LEVEL, bounds.low(), bounds.high(), CLUSTER_BOOTSTRAP);
    }

    private static long[] divided(long[] sums, long scale) {
        return Arrays.stream(sums).map(sum -> sum / scale).toArray();
    }

    /** The effective size of Kish: the square of the sum over the sum of the squares. */
    private static long effective(long[] buckets) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (long bucket : buckets) {
            sum = sum.add(BigInteger.valueOf(bucket));
            squares = squares.add(BigInteger.valueOf(bucket).pow(2));
        }
        return sum.pow(2).divide(squares).longValueExact();
    }

    private static Wilson.Bounds wider(Wilson.Bounds independent, Range millionths) {
        return new Wilson.Bounds(
                independent.low().min(BigDecimal.valueOf(millionths.low(), MILLIONTHS)),
                independent.high().max(BigDecimal.valueOf(millionths.high(), MILLIONTHS)));
    }

    /** Members that count as independent of each other, and how many of them are hits. */
    private record Sample(long hits, long n) {
        static Sample of(CountedMembers members) {
            long hits = Aggregates.sum(members.contributions());
            boolean agree = hits == 0 || hits == members.n();
            if (!members.clustered() || !agree) {
                return new Sample(hits, members.n());
            }

            long effective = effective(membersByBucket(members));
            return new Sample(hits == 0 ? 0 : effective, effective);
        }
    }

    private static long[] hitsByBucket(CountedMembers members) {
        return members.bucketSums(hit -> hit);
    }

    private static long[] membersByBucket(CountedMembers members) {
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
