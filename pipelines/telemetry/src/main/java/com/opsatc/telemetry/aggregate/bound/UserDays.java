package com.opsatc.telemetry.aggregate.bound;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of many users, being added up; users are kept together by a shard of their tenants.
 *
 * <p>A runner's cost for each key is a thousand times that of an entry here, so that keys are few and user-days are entries.
 * Memory is linear in user-days. Not safe for use by two threads.
 */
public final class UserDays {
    /** Shards of tenants: enough for the workers of one machine. */
    static final int SHARDS = 64;

    private static final Comparator<UserDay> ORDER = Comparator.comparing(
                    UserDay::tenantDay,
                    Comparator.comparingInt(TenantDay::day)
                            .thenComparingLong(day -> day.tenant().high())
                            .thenComparingLong(day -> day.tenant().low()))
            .thenComparingLong(user -> user.user().high())
            .thenComparingLong(user -> user.user().low());

    private final Map<UserDay, UserCounts> counts = new HashMap<>();

    /** The shard, from 0, in which all users of a tenant-day are. */
    public static int shard(TenantDay tenant) {
        return (int) (tenant.tenant().low() & (SHARDS - 1));
    }

    public void add(UserDay user, UserCounts more) {
        counts.merge(user, more, UserCounts::plus);
    }

    public void addAll(UserDays others) {
        others.counts.forEach(this::add);
    }

    /** In the one order, so that equal content has equal bytes; tenants lie together. */
    public SortedMap<UserDay, UserCounts> sorted() {
        SortedMap<UserDay, UserCounts> sorted = new TreeMap<>(ORDER);
        sorted.putAll(counts);
        return sorted;
    }

    @Override
    public String toString() {
        return "UserDays";
    }
}
