package com.opsatc.kernel.visit;

import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.EventColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Small logs with ties, overlaps, loops and one-event cases, in total order; the same for the same seed. */
public final class RandomLogs {
    private RandomLogs() {}

    public static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public static ArrayLog log(long seed, int cases, int activities) {
        RandomGenerator random = generator(seed);
        ArrayLog.Builder log = ArrayLog.builder();
        for (int caseId = 0; caseId < cases; caseId++) {
            List<long[]> events = new ArrayList<>();
            int length = 1 + random.nextInt(random.nextInt(5) == 0 ? 30 : 6);
            long us = random.nextLong(1_000_000_000L);
            for (int i = 0; i < length; i++) {
                us += random.nextInt(3) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 30);
                long lasted = random.nextBoolean() ? 0 : random.nextLong(200_000_000L);
                events.add(new long[] {random.nextInt(activities), us - lasted, us});
            }
            events.sort(Comparator.<long[]>comparingLong(e -> e[2]).thenComparingLong(e -> e[1]));
            for (long[] event : events) {
                // Of an event that took no time the start is not recorded.
                long startUs = event[1] == event[2] ? EventColumns.UNKNOWN : event[1];
                log.add(caseId * 3L - 5, (int) event[0], startUs, event[2]);
            }
        }
        return log.build();
    }

    /** Places to cut a log of {@code rows} rows at: 0, some in between, and {@code rows}. */
    static List<Integer> cuts(RandomGenerator random, int rows) {
        List<Integer> cuts = new ArrayList<>(List.of(0, rows));
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            cuts.add(random.nextInt(rows + 1));
        }
        cuts.sort(Comparator.naturalOrder());
        return cuts;
    }
}
