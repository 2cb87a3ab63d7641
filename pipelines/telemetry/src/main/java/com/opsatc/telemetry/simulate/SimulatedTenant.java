package com.opsatc.telemetry.simulate;

import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.aggregate.bound.UserCounts;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A tenant that does not exist: its volume, error rate and durations, drawn once, and its users' counts of any day.
 *
 * <p>Daily operations are lognormal around 2,000, and vary from day to day by a tenth; error rates are gamma distributed around
 * 1 %; durations are lognormal around 100 ms, faster or slower by the tenant, so that one in twelve takes over half a second;
 * there is a user for every five operations, and six in ten use each of the features under evaluation.
 */
final class SimulatedTenant {
    private static final double MEDIAN_OPERATIONS = 2000;
    private static final double VOLUME_SIGMA = 1.0;
    private static final double DAY_SIGMA = 0.1;
    private static final double MEAN_ERROR_RATE = 0.01;
    private static final double SPEED_SIGMA = 0.3;
    private static final double MEDIAN_DURATION_US = 100_000;
    private static final double DURATION_SIGMA = 1.1;
    private static final int DURATIONS = 1000;
    private static final int OPERATIONS_A_USER = 5;
    private static final double ADOPTION = 0.6;
    private static final long TENANT_PLACE = -2;

    private final long seed;
    private final int index;
    private final double volume;
    private final double errorRate;
    private final int[] durations;

    SimulatedTenant(long seed, int index, List<Long> boundsUs) {
        this.seed = seed;
        this.index = index;
        FleetDraws draws = new FleetDraws(seed, index, TENANT_PLACE);
        volume = draws.lognormal(MEDIAN_OPERATIONS, VOLUME_SIGMA);
        errorRate = Math.min(0.5, draws.gamma2(MEAN_ERROR_RATE));
        durations = durations(draws, boundsUs);
    }

    /** Durations drawn once, by bucket: the shares that every day's operations are spread by. */
    private static int[] durations(FleetDraws draws, List<Long> boundsUs) {
        double speed = draws.lognormal(1, SPEED_SIGMA);
        int[] buckets = new int[boundsUs.size() + 1];
        for (int i = 0; i < DURATIONS; i++) {
            double us = speed * draws.lognormal(MEDIAN_DURATION_US, DURATION_SIGMA);
            int bucket = 0;
            while (bucket < boundsUs.size() && us > boundsUs.get(bucket)) {
                bucket++;
            }
            buckets[bucket]++;
        }
        return buckets;
    }

    /** What all of its users do on a day, together. */
    UserCounts day(int day, int features) {
        FleetDraws draws = new FleetDraws(seed, index, day, TENANT_PLACE);
        long asked = Math.max(1, Math.round(volume * draws.lognormal(1, DAY_SIGMA)));
        long[] buckets = new long[durations.length];
        long operations = 0;
        long cumulative = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            cumulative += durations[bucket];
            buckets[bucket] = asked * cumulative / DURATIONS - operations;
            operations += buckets[bucket];
        }
        double failed = operations * errorRate + StrictMath.sqrt(operations * errorRate) * draws.normal();
        return new UserCounts(
                operations, Math.max(0, Math.min(operations, Math.round(failed))), buckets, (1L << features) - 1);
    }

    /**
     * The bounded vector of a day, in units: its operations spread over its users, each user bounded, then the tenant.
     *
     * <p>Of every kind of operation each user does an equal number, and the first users one more until none is left; so users
     * come in few groups of equals, and one of each group stands for all.
     */
    static long[] bounded(UserCounts day, Bounding bounding) {
        long users = Math.max(1, day.operations() / OPERATIONS_A_USER);
        long adopters = Math.round(users * ADOPTION);
        SortedSet<Long> ends = new TreeSet<>(List.of(users, day.failed() % users, adopters));
        for (long bucket : day.buckets()) {
            ends.add(bucket % users);
        }
        long[] sum = new long[bounding.cells()];
        long first = 0;
        for (long end : ends) {
            if (end > first) {
                long[] one = bounding.user(user(day, users, first, first < adopters ? day.features() : 0));
                for (int cell = 0; cell < sum.length; cell++) {
                    sum[cell] = Math.addExact(sum[cell], Math.multiplyExact(one[cell], end - first));
                }
                first = end;
            }
        }
        return bounding.tenant(sum);
    }

    private static UserCounts user(UserCounts day, long users, long user, long features) {
        long[] buckets = new long[day.buckets().length];
        long operations = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            buckets[bucket] = share(day.buckets()[bucket], users, user);
            operations += buckets[bucket];
        }
        return new UserCounts(operations, Math.min(operations, share(day.failed(), users, user)), buckets, features);
    }

    private static long share(long count, long users, long user) {
        return count / users + (user < count % users ? 1 : 0);
    }
}
