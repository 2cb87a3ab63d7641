package com.opsatc.telemetry.aggregate;

import com.opsatc.kernel.privacy.Projection;
import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.aggregate.bound.Pseudonym;
import com.opsatc.telemetry.aggregate.bound.TenantDay;
import com.opsatc.telemetry.aggregate.bound.UserCounts;
import com.opsatc.telemetry.aggregate.bound.UserDay;
import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The proof of sensitivity: generated fleets with and without one of their tenants, or one of their users, and how far the
 * day's exact vector moves. It is an integer comparison without tolerance, so that a single violation is a defect.
 */
final class NeighbourProof {
    private static final int DAY = 20_514;
    /** Nothing, one, about a scale, a billion, and as much as can be counted. */
    private static final long[] MAGNITUDES = {0, 1, 37, 2_000, 60_000, 1_000_000_000L, Projection.MAX_COUNT};

    private final Manifest manifest;
    private final Mechanism mechanism;

    NeighbourProof(Manifest manifest, Mechanism mechanism) {
        this.manifest = manifest;
        this.mechanism = mechanism;
    }

    /** From users' counts to the vectors of days: the real one, or a mutant. */
    @FunctionalInterface
    interface Mechanism {
        SortedMap<Integer, long[]> days(UserDays users);
    }

    /** Violations among so many generated fleets, as texts; empty for a mechanism that keeps its promise. */
    List<String> violations(int fleets, long seed) {
        List<String> violations = new ArrayList<>();
        for (int fleet = 0; fleet < fleets; fleet++) {
            Random random = new Random(seed + fleet);
            SortedMap<Integer, SortedMap<Integer, UserCounts>> tenants = fleet(random);
            long[] all = vector(tenants, -1, -1);
            for (int tenant : tenants.keySet()) {
                compare("tenant", all, vector(tenants, tenant, -1), violations);
                int user = new ArrayList<>(tenants.get(tenant).keySet())
                        .get(random.nextInt(tenants.get(tenant).size()));
                compare("user", all, vector(tenants, tenant, user), violations);
            }
        }
        return violations;
    }

    /** Adds a text for each block whose cells moved further than one tenant, or one user, may move them. */
    void compare(String who, long[] with, long[] without, List<String> violations) {
        for (Block block : manifest.blocks()) {
            BigInteger moved = distanceSquared(Bounding.of(block, with), Bounding.of(block, without));
            long allowed = who.equals("tenant")
                    ? Projection.UNIT_SCALE
                    : Projection.userSensitivity(
                            manifest.userRadius(), block.cells().size());
            if (moved.compareTo(BigInteger.valueOf(allowed).pow(2)) > 0) {
                violations.add("a " + who + " moves " + block.id() + " by more than " + allowed);
            }
        }
    }

    static BigInteger distanceSquared(long[] left, long[] right) {
        BigInteger sum = BigInteger.ZERO;
        for (int cell = 0; cell < left.length; cell++) {
            sum = sum.add(BigInteger.valueOf(left[cell] - right[cell]).pow(2));
        }
        return sum;
    }

    private SortedMap<Integer, SortedMap<Integer, UserCounts>> fleet(Random random) {
        SortedMap<Integer, SortedMap<Integer, UserCounts>> tenants = new TreeMap<>();
        int count = 1 + random.nextInt(3);
        for (int tenant = 0; tenant < count; tenant++) {
            SortedMap<Integer, UserCounts> users = new TreeMap<>();
            // Few users, or as many as reach the tenant's bound.
            int size = random.nextInt(4) == 0 ? 12 : 1 + random.nextInt(3);
            for (int user = 0; user < size; user++) {
                users.put(user, counts(random));
            }
            tenants.put(tenant, users);
        }
        return tenants;
    }

    private UserCounts counts(Random random) {
        long[] buckets = new long[Bounding.buckets(manifest)];
        long operations = 0;
        for (int drawn = random.nextInt(4); drawn >= 0; drawn--) {
            int bucket = random.nextInt(buckets.length);
            long more = MAGNITUDES[random.nextInt(MAGNITUDES.length)];
            buckets[bucket] = Math.min(Projection.MAX_COUNT, buckets[bucket] + more);
            operations = Math.min(Projection.MAX_COUNT, operations + more);
        }
        long failed = random.nextInt(3) == 0 ? operations : Math.min(operations, MAGNITUDES[random.nextInt(4)]);
        return new UserCounts(operations, failed, buckets, random.nextInt(32));
    }

    private long[] vector(
            SortedMap<Integer, SortedMap<Integer, UserCounts>> tenants, int withoutTenant, int withoutUser) {
        UserDays users = new UserDays();
        for (Map.Entry<Integer, SortedMap<Integer, UserCounts>> tenant : tenants.entrySet()) {
            for (Map.Entry<Integer, UserCounts> user : tenant.getValue().entrySet()) {
                boolean left = tenant.getKey() == withoutTenant && (withoutUser < 0 || user.getKey() == withoutUser);
                if (!left) {
                    users.add(
                            new UserDay(
                                    new TenantDay(DAY, new Pseudonym(0, tenant.getKey())),
                                    new Pseudonym(tenant.getKey(), user.getKey())),
                            user.getValue());
                }
            }
        }
        return mechanism.days(users).getOrDefault(DAY, new long[manifest.cellCount()]);
    }

    /** Kinds of violation, without repetition. */
    static TreeSet<String> kinds(List<String> violations) {
        TreeSet<String> kinds = new TreeSet<>();
        violations.forEach(violation -> kinds.add(violation.substring(0, violation.indexOf(" moves"))));
        return kinds;
    }
}
