package com.opsatc.kernel.waiting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which instances a slot worked on as a batch (definitions 1.6): of one activity, one after the other without a pause, all but the first
 * enabled before the first was started.
 */
final class Batches {
    private Batches() {}

    /**
     * When the last of an instance's batch was enabled; {@link SlotWork#UNKNOWN} for one that was worked on alone.
     *
     * @param work in the order of starts
     */
    static long[] enabledUs(SlotWork work) {
        long[] enabled = new long[work.n];
        Arrays.fill(enabled, SlotWork.UNKNOWN);
        Map<Integer, Batch> open = new HashMap<>();
        int[] batchOf = new int[work.n];
        int[] sizes = new int[work.n];
        long[] latest = new long[work.n];
        int batches = 0;
        for (int i = 0; i < work.n; i++) {
            long possible = work.possibleUs(i);
            Batch batch = open.get(work.activities[i]);
            if (batch == null || possible > batch.firstStartUs || work.startsUs[i] > batch.endUs) {
                batch = new Batch(batches++, work.startsUs[i]);
                batch.endUs = work.completesUs[i];
                latest[batch.number] = possible;
                open.put(work.activities[i], batch);
            }

            batch.endUs = Math.max(batch.endUs, work.completesUs[i]);
            batchOf[i] = batch.number;
            sizes[batch.number]++;
            latest[batch.number] = Math.max(latest[batch.number], possible);
        }

        for (int i = 0; i < work.n; i++) {
            if (sizes[batchOf[i]] > 1) {
                enabled[i] = latest[batchOf[i]];
            }
        }

        return enabled;
    }

    private static final class Batch {
        private final int number;
        private final long firstStartUs;
        private long endUs;

        private Batch(int number, long firstStartUs) {
            this.number = number;
            this.firstStartUs = firstStartUs;
        }
    }
}
