package com.opsatc.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BucketBootstrapTest {
    @Test
    void weight_manyDraws_isPoissonOfMeanOne() {
        long[] seen = new long[20];
        for (int bucket = 0; bucket < BucketBootstrap.BUCKETS; bucket++) {
            for (int replicate = 0; replicate < 1000; replicate++) {
                seen[(int) BucketBootstrap.weight(7, bucket, replicate)]++;
            }
        }

        double probability = Math.exp(-1);
        for (int k = 0; k < 7; k++) {
            assertThat(seen[k] / 1_024_000.0).as("share of %d", k).isCloseTo(probability, within(0.002));
            probability /= k + 1;
        }
    }

    @Test
    void interval_equalBuckets_isTheNormalOne() {
        long[] sums = new long[BucketBootstrap.BUCKETS];
        Arrays.fill(sums, 1_000);

        Range interval = BucketBootstrap.interval(sums, 1);

        // the sum is 1,024,000 and its standard error 1,000 * sqrt(1024) = 32,000
        assertThat((double) interval.low()).isCloseTo(1_024_000 - 1.96 * 32_000, within(7_000.0));
        assertThat((double) interval.high()).isCloseTo(1_024_000 + 1.96 * 32_000, within(7_000.0));
    }

    @Test
    void interval_sameSeed_isTheSameAndAnotherSeedIsAnother() {
        long[] sums = RandomWeeks.generator(3)
                .longs(BucketBootstrap.BUCKETS, 0, 1_000_000_000_000L)
                .toArray();

        assertThat(BucketBootstrap.interval(sums, 5)).isEqualTo(BucketBootstrap.interval(sums, 5));
        assertThat(BucketBootstrap.interval(sums, 5)).isNotEqualTo(BucketBootstrap.interval(sums, 6));
    }

    @Test
    void interval_skewedSums_coversTheTruthAboutAsOftenAsItSays() {
        RandomGenerator random = RandomWeeks.generator(9);
        int covered = 0;
        for (int round = 0; round < 60; round++) {
            long[] sums = new long[BucketBootstrap.BUCKETS];
            for (int member = 0; member < 3_000; member++) {
                sums[BucketBootstrap.bucket(member)] += Math.round(1_000 * random.nextExponential());
            }
            Range interval = BucketBootstrap.interval(sums, round);
            covered += interval.low() <= 3_000_000 && 3_000_000 <= interval.high() ? 1 : 0;
        }
        // 57 expected; the number of members is fixed here, which makes the interval a little wide
        assertThat(covered).isBetween(53, 60);
    }

    @Test
    void bucket_consecutiveKeys_fillAllBucketsEvenly() {
        int[] seen = new int[BucketBootstrap.BUCKETS];
        for (long key = 0; key < 100 * BucketBootstrap.BUCKETS; key++) {
            seen[BucketBootstrap.bucket(key)]++;
        }

        assertThat(Arrays.stream(seen).min().orElseThrow()).isBetween(60, 100);
        assertThat(Arrays.stream(seen).max().orElseThrow()).isBetween(100, 145);
    }

    @Test
    void interval_otherNumberOfBuckets_fails() {
        assertThatThrownBy(() -> BucketBootstrap.interval(new long[10], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid bucket sums: expected 1024 buckets, not 10");
    }

    @Test
    void share_linesThatShareTheirOrdersFate_coversTheTruthWhereWilsonDoesNot() {
        RandomGenerator random = RandomWeeks.generator(4);
        int clustered = 0;
        int independent = 0;
        for (int round = 0; round < 60; round++) {
            long[] hits = new long[BucketBootstrap.BUCKETS];
            long[] members = new long[BucketBootstrap.BUCKETS];
            for (int order = 0; order < 500; order++) {
                int bucket = BucketBootstrap.bucket(round * 1_000L + order);
                int lines = 1 + random.nextInt(15);
                members[bucket] += lines;
                hits[bucket] += random.nextDouble() < 0.8 ? lines : 0;
            }
            clustered += covers(BucketBootstrap.share(hits, members, 1), 800_000);
            Wilson.Bounds wilson = Wilson.interval(
                    Arrays.stream(hits).sum(), Arrays.stream(members).sum());
            independent += covers(
                    new Range(
                            wilson.low().movePointRight(6).longValueExact(),
                            wilson.high().movePointRight(6).longValueExact()),
                    800_000);
        }

        assertThat(clustered).isBetween(53, 60);
        assertThat(independent).isLessThan(40);
    }

    private static int covers(Range interval, long truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    @Test
    void difference_sameMembersTwice_isZeroSinceClustersAreDrawnTogether() {
        long[] members =
                RandomWeeks.generator(5).longs(BucketBootstrap.BUCKETS, 1, 9).toArray();
        long[] hits = Arrays.stream(members).map(n -> n / 2).toArray();

        assertThat(BucketBootstrap.difference(hits, members, hits, members, 1)).isEqualTo(new Range(0, 0));
    }

    @Test
    void difference_independentClusters_isCentredOnTheChange() {
        long[] hits1 = new long[BucketBootstrap.BUCKETS];
        long[] hits2 = new long[BucketBootstrap.BUCKETS];
        long[] members1 = new long[BucketBootstrap.BUCKETS];
        long[] members2 = new long[BucketBootstrap.BUCKETS];
        for (int bucket = 0; bucket < BucketBootstrap.BUCKETS; bucket++) {
            boolean first = bucket % 2 == 0;
            (first ? members1 : members2)[bucket] = 1;
            (first ? hits1 : hits2)[bucket] = bucket % 10 < (first ? 8 : 4) ? 1 : 0;
        }

        Range interval = BucketBootstrap.difference(hits1, members1, hits2, members2, 1);

        double before = (double) Arrays.stream(hits1).sum() / 512;
        double after = (double) Arrays.stream(hits2).sum() / 512;
        double error = Math.sqrt((before * (1 - before) + after * (1 - after)) / 512);
        assertThat(interval.low() / 1e6).isCloseTo(after - before - 1.96 * error, within(0.01));
        assertThat(interval.high() / 1e6).isCloseTo(after - before + 1.96 * error, within(0.01));
    }

    @Test
    void share_oneClusterOnly_isTheShareItself() {
        long[] hits = new long[BucketBootstrap.BUCKETS];
        long[] members = new long[BucketBootstrap.BUCKETS];
        hits[3] = 1;
        members[3] = 3;

        // A replicate that draws no member has the share of the whole: 1/3, half up in the last digit.
        assertThat(BucketBootstrap.share(hits, members, 1)).isEqualTo(new Range(333_333, 333_333));
    }

    @Test
    void share_noMembers_fails() {
        long[] none = new long[BucketBootstrap.BUCKETS];

        assertThatThrownBy(() -> BucketBootstrap.share(none, none, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid share: there are no members");
    }
}
