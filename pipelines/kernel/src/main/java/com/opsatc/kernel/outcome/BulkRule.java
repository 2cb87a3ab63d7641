package com.opsatc.kernel.outcome;

import java.util.SortedMap;

/**
 * From how many ends in one minute on these are too many to have been done one by one (definitions 2.6): ten, or ten times what a
 * minute with any usually has. Of work that ends by chance, at whatever pace, about one minute in a million has as many at most.
 *
 * <pre>
 * 100 minutes with one end, 3 with two, 2 with forty: usual is one, so from ten on, 2 minutes
 * </pre>
 */
public final class BulkRule {
    private static final long LEAST = 10;
    private static final long TIMES = 10;

    private BulkRule() {}

    /**
     * The least number of ends of a minute that is too many.
     *
     * @param minutes how many minutes have how many ends, by that number; none without an end
     */
    public static long from(SortedMap<Long, Long> minutes) {
        return Math.max(LEAST, Math.multiplyExact(TIMES, usual(minutes)));
    }

    /** How many minutes have that many. */
    public static long minutes(SortedMap<Long, Long> minutes) {
        return minutes.tailMap(from(minutes)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The median number of ends over the minutes, the lower of two; 0 where there are none. */
    private static long usual(SortedMap<Long, Long> minutes) {
        long all = minutes.values().stream().mapToLong(Long::longValue).sum();
        long passed = 0;
        for (var number : minutes.entrySet()) {
            passed += number.getValue();
            if (2 * passed >= all) {
                return number.getKey();
            }
        }
        return 0;
    }
}
