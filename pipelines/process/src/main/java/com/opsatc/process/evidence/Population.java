package com.opsatc.process.evidence;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.statistics.BucketBootstrap;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * The counted members of a figure, in evidence order: what each contributes, the date that places it, and the bucket that
 * its record, or what its record belongs to, is resampled in.
 *
 * <p>This is all that the figure, its interval and its weekly series are computed from: 14 bytes a member.
 */
public final class Population {
    private final long[] contributions;
    private final int[] days;

    private final short[] buckets;
    private final boolean clustered;

    private Population(long[] contributions, int[] days, short[] buckets, boolean clustered) {
        this.contributions = contributions;
        this.days = days;
        this.buckets = buckets;
        this.clustered = clustered;
    }

    /** Whether members belong together, as lines do to an order, so that they are not independent of each other. */
    public boolean clustered() {
        return clustered;
    }

    public int n() {
        return contributions.length;
    }

    public long[] contributions() {
        return contributions.clone();
    }

    /** The earliest date; there is one only when {@link #n()} is above zero. */
    public LocalDate firstDate() {
        return LocalDate.ofEpochDay(IntStream.of(days).min().orElseThrow());
    }

    public LocalDate lastDate() {
        return LocalDate.ofEpochDay(IntStream.of(days).max().orElseThrow());
    }

    /** The members dated from {@code from} to {@code to}, both included. */
    public Population between(LocalDate from, LocalDate to) {
        requireNonNull(from, "from");
        Builder builder = new Builder();
        builder.clustered = clustered;
        for (int i = 0; i < days.length; i++) {
            if (days[i] >= from.toEpochDay() && days[i] <= to.toEpochDay()) {
                builder.add(contributions[i], days[i], buckets[i]);
            }
        }
        return builder.build();
    }

    /** The epoch day of member {@code i}. */
    public int day(int i) {
        return days[i];
    }

    /** What member {@code i} contributes. */
    public long contribution(int i) {
        return contributions[i];
    }

    /**
     * The sum of a value of each member, by bucket: all members of one record, or one cluster, are in one bucket, since that is
     * what is drawn again in a bootstrap.
     */
    public long[] bucketSums(LongUnaryOperator value) {
        long[] sums = new long[BucketBootstrap.BUCKETS];
        for (int i = 0; i < contributions.length; i++) {
            sums[buckets[i]] = Math.addExact(sums[buckets[i]], value.applyAsLong(contributions[i]));
        }
        return sums;
    }

    /** Collects members one by one. */
    public static final class Builder {
        private static final int FIRST = 1024;

        private long[] contributions = new long[FIRST];
        private int[] days = new int[FIRST];
        private short[] buckets = new short[FIRST];
        private int n;
        private boolean clustered;

        /** A member of a record that stands for itself: its bucket follows from the record's key alone. */
        public Builder add(long contribution, int epochDay, String record) {
            return add(contribution, epochDay, (short) BucketBootstrap.bucket(hash(record)));
        }

        /** A member of a record that belongs to a cluster, whose key decides; null where it stands for itself. */
        public Builder add(long contribution, int epochDay, String record, String cluster) {
            clustered |= cluster != null;
            return add(contribution, epochDay, cluster == null ? record : cluster);
        }

        private Builder add(long contribution, int epochDay, short bucket) {
            if (n == days.length) {
                contributions = Arrays.copyOf(contributions, 2 * n);
                days = Arrays.copyOf(days, 2 * n);
                buckets = Arrays.copyOf(buckets, 2 * n);
            }

            contributions[n] = contribution;
            days[n] = epochDay;
            buckets[n++] = bucket;
            return this;
        }

        public Population build() {
            return new Population(
                    Arrays.copyOf(contributions, n), Arrays.copyOf(days, n), Arrays.copyOf(buckets, n), clustered);
        }

        /** FNV-1a over UTF-8; the bucket's own mixing does the rest. */
        private static long hash(String record) {
            long hash = 0xcbf29ce484222325L;
            for (byte b : record.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
            }
            return hash;
        }
    }
}
