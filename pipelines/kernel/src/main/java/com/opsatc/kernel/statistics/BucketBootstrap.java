package com.opsatc.kernel.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * 95 % intervals of sums and shares by the Poisson bootstrap over 1,024 fixed buckets of their members.
 *
 * <p>Each of 1,000 replicates counts each bucket as often as a Poisson variable of mean 1 says, drawn from nothing but the
 * seed, the bucket and the replicate: the same bits on any number of machines. Resample cases, never events: all that
 * belongs to one case goes into one bucket. Source: definitions 1.12; Chamandy et al., Estimating uncertainty for massive
 * data streams, 2012.
 */
public final class BucketBootstrap {
    public static final int BUCKETS = 1024;
    private static final int REPLICATES = 1000;
    private static final long MILLION = 1_000_000;
    private static final long[] POISSON = poissonThresholds();

    private BucketBootstrap() {}

    /** The bucket, from 0, of a member with this key; keys may be close together. */
    public static int bucket(long key) {
        return (int) (SplitMix.mix(key) >>> 54);
    }

    /**
     * The interval of the sum of the buckets: the 2.5 % and 97.5 % quantiles of the replicates.
     *
     * @param bucketSums one sum for each bucket
     */
    public static Range interval(long[] bucketSums, long seed) {
        return middle(replicates(bucketSums, seed));
    }

    /**
     * The interval, in millionths, of a share whose members are clustered: {@code hits} of {@code members} by bucket, a cluster
     * in one bucket.
     *
     * @throws IllegalArgumentException if there are no members
     */
    public static Range share(long[] hits, long[] members, long seed) {
        return middle(shares(hits, members, seed));
    }

    /** The interval, in millionths, of the second share less the first; a cluster may have members in both. */
    public static Range difference(long[] hits1, long[] members1, long[] hits2, long[] members2, long seed) {
        long[] first = shares(hits1, members1, seed);
        long[] second = shares(hits2, members2, seed);
        return middle(IntStream.range(0, REPLICATES)
                .mapToLong(replicate -> second[replicate] - first[replicate])
                .toArray());
    }

    /** The share of each replicate; one that drew no member at all has the share of the whole. */
    private static long[] shares(long[] hits, long[] members, long seed) {
        long allHits = Arrays.stream(hits).sum();
        long allMembers = Arrays.stream(members).sum();
        if (allMembers < 1) {
            throw new IllegalArgumentException("Invalid share: there are no members");
        }

        long[] drawnHits = replicates(hits, seed);
        long[] drawnMembers = replicates(members, seed);
        return IntStream.range(0, REPLICATES)
                .mapToLong(replicate -> drawnMembers[replicate] == 0
                        ? millionths(allHits, allMembers)
                        : millionths(drawnHits[replicate], drawnMembers[replicate]))
                .toArray();
    }

    private static long millionths(long hits, long members) {
        return (2 * Math.multiplyExact(hits, MILLION) + members) / Math.multiplyExact(2, members);
    }

    static long[] replicates(long[] bucketSums, long seed) {
        if (bucketSums.length != BUCKETS) {
            throw new IllegalArgumentException(
                    "Invalid bucket sums: expected " + BUCKETS + " buckets, not " + bucketSums.length);
        }

        long[] replicates = new long[REPLICATES];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                long weighted = Math.multiplyExact(weight(seed, bucket, replicate), bucketSums[bucket]);
                replicates[replicate] = Math.addExact(replicates[replicate], weighted);
            }
        }
        return replicates;
    }

    static Range middle(long[] replicates) {
        return new Range(Quantile.type7(replicates, 25, 1000), Quantile.type7(replicates, 975, 1000));
    }

    static long weight(long seed, int bucket, int replicate) {
        long uniform = SplitMix.mix(SplitMix.mix(seed) ^ ((long) bucket << 32 | replicate));
        int weight = 0;
        while (weight < POISSON.length && Long.compareUnsigned(uniform, POISSON[weight]) >= 0) {
            weight++;
        }
        return weight;
    }

    /** At place k, 2^64 times the probability of at most k. */
    private static long[] poissonThresholds() {
        MathContext digits = new MathContext(40);
        BigDecimal inverseE = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < 40; i++) {
            inverseE = inverseE.add(term);
            term = term.divide(BigDecimal.valueOf(-i), digits);
        }

        BigDecimal range = BigDecimal.valueOf(2).pow(64);
        BigDecimal probability = inverseE;
        BigDecimal cumulative = BigDecimal.ZERO;
        long[] thresholds = new long[20];
        for (int k = 0; k < thresholds.length; k++) {
            cumulative = cumulative.add(probability);
            thresholds[k] = cumulative.multiply(range).toBigInteger().longValue();
            probability = probability.divide(BigDecimal.valueOf(k + 1L), digits);
        }
        return thresholds;
    }
}
