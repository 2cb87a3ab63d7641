package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.input.Observation;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exact sums of the probe's operations.
 *
 * @param failed {@link Observation#UNKNOWN} when the source does not say for all of them
 * @param buckets operations in each latency bucket; empty when one of them has none
 * @param durationsUs how many operations took how long; those without a duration are missing
 */
@SuppressWarnings("ArrayRecordComponent")
record ProbeSums(long operations, long failed, long[] buckets, SortedMap<Long, Long> durationsUs) {
    ProbeSums {
        durationsUs = Collections.unmodifiableSortedMap(durationsUs);
    }

    ProbeSums plus(ProbeSums other) {
        SortedMap<Long, Long> durations = new TreeMap<>(durationsUs);
        other.durationsUs.forEach((duration, count) -> durations.merge(duration, count, Math::addExact));
        boolean known = failed != Observation.UNKNOWN && other.failed != Observation.UNKNOWN;
        boolean bucketed = buckets.length == other.buckets.length;
        return new ProbeSums(
                Math.addExact(operations, other.operations),
                known ? Math.addExact(failed, other.failed) : Observation.UNKNOWN,
                bucketed ? Bounding.sum(buckets, other.buckets) : new long[0],
                durations);
    }

    /** Sums being counted; not safe for use by two threads. */
    static final class Tally {
        private final SortedMap<Long, Long> durationsUs = new TreeMap<>();
        private long operations;
        private long failed;
        private long[] buckets;

        void add(Observation.Operations more) {
            operations = Math.addExact(operations, more.operations());
            boolean known = failed != Observation.UNKNOWN && more.failed() != Observation.UNKNOWN;
            failed = known ? Math.addExact(failed, more.failed()) : Observation.UNKNOWN;
            buckets = buckets == null ? more.buckets().clone() : added(more.buckets());
            if (more.durationUs() != Observation.UNKNOWN) {
                durationsUs.merge(more.durationUs(), 1L, Math::addExact);
            }
        }

        private long[] added(long[] more) {
            return more.length == buckets.length ? Bounding.sum(buckets, more) : new long[0];
        }

        ProbeSums sums() {
            return new ProbeSums(operations, failed, buckets, durationsUs);
        }
    }
}
