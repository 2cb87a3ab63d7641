package com.opsatc.telemetry.aggregate.bound;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one user and one tenant may add to a day, on exact integers; the vectors of all blocks lie end to end, in the
 * manifest's order.
 *
 * <p>The guarantee, for each block on its own: a user-day's vector is at most the manifest's user weight long, a tenant-day's at
 * most 1 (65,536 units). So adding or removing a tenant changes the day's vector by at most 65,536 units, and adding or removing
 * a user by at most {@link Projection#userSensitivity}. It holds for any counts whatsoever, because each step looks at one
 * user or one tenant alone.
 */
public final class Bounding {
    private final Manifest manifest;
    private final long userRadius;

    public Bounding(Manifest manifest) {
        this.manifest = requireNonNull(manifest, "manifest");
        this.userRadius = manifest.userRadius();
    }

    /** Cells of all blocks. */
    public int cells() {
        return manifest.cellCount();
    }

    /** The bounded vector of a user-day, in units. */
    public long[] user(UserCounts counts) {
        long[] vector = new long[cells()];
        for (Block block : manifest.blocks()) {
            place(Projection.clip(weighed(block, counts), userRadius), vector, block);
        }
        return vector;
    }

    /** The bounded vector of a tenant-day. @param sum of its users' bounded vectors */
    public long[] tenant(long[] sum) {
        long[] vector = new long[cells()];
        for (Block block : manifest.blocks()) {
            place(Projection.clip(of(block, sum), Projection.UNIT_SCALE), vector, block);
        }
        return vector;
    }

    /**
     * What tenants add to each day, bounded: users, then tenants. All users of a tenant-day must be among them.
     *
     * @return day, as days since 1970, to vector
     */
    public SortedMap<Integer, long[]> days(UserDays users) {
        SortedMap<Integer, long[]> days = new TreeMap<>();
        TenantDay current = null;
        long[] tenantSum = new long[cells()];
        for (Map.Entry<UserDay, UserCounts> entry : users.sorted().entrySet()) {
            TenantDay tenant = entry.getKey().tenantDay();
            if (!tenant.equals(current)) {
                addTenant(current, tenantSum, days);
                current = tenant;
                tenantSum = new long[cells()];
            }
            tenantSum = sum(tenantSum, user(entry.getValue()));
        }
        addTenant(current, tenantSum, days);
        return days;
    }

    private void addTenant(TenantDay tenant, long[] sum, SortedMap<Integer, long[]> days) {
        if (tenant != null) {
            days.merge(tenant.day(), tenant(sum), Bounding::sum);
        }
    }

    /** The sum of two vectors; an overflow is an {@link ArithmeticException}, never a wrong sum. */
    public static long[] sum(long[] left, long[] right) {
        long[] sums = left.clone();
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] = Math.addExact(left[cell], right[cell]);
        }
        return sums;
    }

    /** The cells of one block. */
    public static long[] of(Block block, long[] vector) {
        return Arrays.copyOfRange(
                vector, block.offset(), block.offset() + block.cells().size());
    }

    /** A user-day's counts in units, not bounded yet. */
    public static long[] weighed(Block block, UserCounts counts) {
        return switch (block.kind()) {
            case ACTIVITY -> new long[] {Projection.units(counts.operations(), block.scale())};
            case ERRORS -> errors(block, counts);
            case LATENCY ->
                Arrays.stream(counts.buckets())
                        .map(bucket -> Projection.units(bucket, block.scale()))
                        .toArray();
            case FEATURES -> features(block, counts.features());
        };
    }

    private static long[] errors(Block block, UserCounts counts) {
        Rational clip = block.clip();
        BigInteger failed = BigInteger.valueOf(counts.failed()).multiply(clip.denominator());
        BigInteger most = BigInteger.valueOf(counts.operations()).multiply(clip.numerator());
        long operations = Projection.units(counts.operations(), block.scale());
        return new long[] {
            Projection.units(counts.failed(), block.scale().times(clip)),
            operations,
            failed.compareTo(most) > 0 ? operations : 0
        };
    }

    private static long[] features(Block block, long used) {
        long one = Projection.units(1, block.scale());
        long[] cells = new long[block.cells().size()];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = (used >> cell & 1) * one;
        }
        return cells;
    }

    private static void place(long[] cells, long[] vector, Block block) {
        System.arraycopy(cells, 0, vector, block.offset(), cells.length);
    }

    /** Whether a manifest has a latency block, and how many buckets it counts into. */
    public static int buckets(Manifest manifest) {
        return manifest.block(BlockKind.LATENCY)
                .map(block -> block.cells().size())
                .orElse(1);
    }
}
