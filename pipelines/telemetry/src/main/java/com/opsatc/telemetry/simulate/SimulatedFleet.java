package com.opsatc.telemetry.simulate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.aggregate.bound.UserCounts;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A fleet that does not exist: on each day its exact bounded vector, as a release would be drawn from, and beside it what would
 * be shown if nothing but the weight of a tenant-day were bounded.
 *
 * @param tenants of the fleet, at least 1
 * @param days at least 1
 */
public record SimulatedFleet(int tenants, int days, long seed) {
    public SimulatedFleet {
        if (tenants < 1 || days < 1) {
            throw new IllegalArgumentException("Invalid fleet: expected at least one tenant and one day");
        }
    }

    /** The sums of all tenants, day by day. */
    Days sums(Manifest manifest) {
        return sums(manifest, UnaryOperator.identity());
    }

    /** The sums of all tenants, day by day, of what is counted of a tenant-day, e.g. its slow operations as failed ones. */
    Days sums(Manifest manifest, UnaryOperator<UserCounts> counted) {
        requireNonNull(manifest, "manifest");
        Bounding bounding = new Bounding(manifest);
        return IntStream.range(0, tenants)
                .parallel()
                .mapToObj(tenant -> tenant(manifest, bounding, counted, tenant))
                .reduce(Days::plus)
                .orElseThrow();
    }

    private Days tenant(Manifest manifest, Bounding bounding, UnaryOperator<UserCounts> counted, int index) {
        Block latency = manifest.block(BlockKind.LATENCY).orElseThrow();
        int features = manifest.block(BlockKind.FEATURES)
                .map(block -> block.keys().size())
                .orElse(0);
        long scale = latency.scale().floor().longValueExact();
        SimulatedTenant tenant = new SimulatedTenant(seed, index, latency.boundsUs());
        long[][] bounded = new long[days][];
        long[][] weighted = new long[days][];
        for (int day = 0; day < days; day++) {
            UserCounts counts = counted.apply(tenant.day(day, features));
            bounded[day] = SimulatedTenant.bounded(counts, bounding);
            weighted[day] = weighted(counts, scale);
        }
        return new Days(bounded, weighted);
    }

    /** Operations, failed ones and buckets in units, so that the operations of no tenant-day weigh more than 1. */
    private static long[] weighted(UserCounts counts, long scale) {
        long divisor = Math.max(scale, counts.operations());
        long[] weighted = new long[2 + counts.buckets().length];
        weighted[0] = Projection.UNIT_SCALE * counts.operations() / divisor;
        weighted[1] = Projection.UNIT_SCALE * counts.failed() / divisor;
        for (int bucket = 0; bucket < counts.buckets().length; bucket++) {
            weighted[2 + bucket] = Projection.UNIT_SCALE * counts.buckets()[bucket] / divisor;
        }
        return weighted;
    }

    /**
     * Sums of tenants, a vector a day.
     *
     * @param bounded all cells of the manifest, in units
     * @param weighted operations, failed ones and each latency bucket, in units
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // a few thousand numbers that are added up; nothing compares or keeps them
    record Days(long[][] bounded, long[][] weighted) {
        private Days plus(Days other) {
            return new Days(sum(bounded, other.bounded), sum(weighted, other.weighted));
        }

        private static long[][] sum(long[][] left, long[][] right) {
            long[][] sums = new long[left.length][];
            for (int day = 0; day < sums.length; day++) {
                sums[day] = Bounding.sum(left[day], right[day]);
            }
            return sums;
        }

        /** The sum of the last so many days. */
        static long[] last(long[][] vectors, int days) {
            return List.of(vectors).subList(vectors.length - days, vectors.length).stream()
                    .reduce(Bounding::sum)
                    .orElseThrow();
        }
    }
}
