package com.opsatc.kernel.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * A 95 % interval of a sum by the Poisson bootstrap over 1,024 fixed buckets of its members.
 *
 * <p>Each of 1,000 replicates counts each bucket as often as a Poisson variable of mean 1 says, drawn from nothing but the
 * seed, the bucket and the replicate: the same bits on any number of machines. Resample cases, never events: all that
 * belongs to one case goes into one bucket. Source: definitions 1.12; Chamandy et al., Estimating uncertainty for massive
 * data streams, 2012.
 */
public final class BucketBootstrap {
    public static final int BUCKETS = 1024;
    private static final int REPLICATES = 1000;
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
        Arrays.sort(replicates);
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
