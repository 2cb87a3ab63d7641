package com.opsatc.telemetry.aggregate.bound;

import com.opsatc.kernel.privacy.Projection;
import com.opsatc.telemetry.input.Observation;

/**
 * What one user of one tenant did on one day. Counts end at 2^40: beyond it a user-day is far over every bound, and a count
 * that can be added without overflow is the same in any order.
 *
 * @param operations at most 2^40
 * @param failed of them
 * @param buckets operations in each latency bucket of the manifest
 * @param features one bit for each cell of the features that were used
 */
@SuppressWarnings("ArrayRecordComponent") // one a user-day, of a fixed few cells; never changed after it is made
public record UserCounts(long operations, long failed, long[] buckets, long features) {
    public UserCounts {
        if (outside(operations) || outside(failed)) {
            throw new IllegalArgumentException("Invalid counts of a user: expected 0 to 2^40");
        }
        for (long bucket : buckets) {
            if (outside(bucket)) {
                throw new IllegalArgumentException("Invalid counts of a user: expected 0 to 2^40");
            }
        }
    }

    public static UserCounts none(int buckets) {
        return new UserCounts(0, 0, new long[buckets], 0);
    }

    public UserCounts plus(Observation observation) {
        if (observation instanceof Observation.FeatureUse use) {
            return new UserCounts(operations, failed, buckets, features | 1L << use.cell());
        }

        Observation.Operations more = (Observation.Operations) observation;
        return new UserCounts(
                sum(operations, more.operations()),
                sum(failed, Math.max(0, more.failed())),
                sum(buckets, more.buckets()),
                features);
    }

    public UserCounts plus(UserCounts other) {
        return new UserCounts(
                sum(operations, other.operations),
                sum(failed, other.failed),
                sum(buckets, other.buckets),
                features | other.features);
    }

    @Override
    public String toString() {
        return "UserCounts";
    }

    private static boolean outside(long count) {
        return count < 0 || count > Projection.MAX_COUNT;
    }

    private static long[] sum(long[] left, long[] right) {
        if (right.length > 0 && right.length != left.length) {
            throw new IllegalArgumentException("Cannot add counts of users: they have different buckets");
        }

        long[] sums = left.clone();
        for (int i = 0; i < right.length; i++) {
            sums[i] = sum(left[i], right[i]);
        }
        return sums;
    }

    /** Both are far below 2^62. */
    private static long sum(long left, long right) {
        return Math.min(Projection.MAX_COUNT, left + right);
    }
}
