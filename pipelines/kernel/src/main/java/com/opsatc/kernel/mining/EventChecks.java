package com.opsatc.kernel.mining;

import com.opsatc.kernel.log.EventBlocks;

/** Refuses events that no figure could be made of. */
final class EventChecks {
    private EventChecks() {}

    /** @throws IllegalArgumentException if an event has an activity code outside the plan or completes before it starts */
    static void require(EventBlocks block, int activityCount) {
        int[] activities = block.activities();
        long[] startsUs = block.startsUs();
        long[] completesUs = block.completesUs();
        for (int i = 0; i < block.rows(); i++) {
            if (activities[i] < 0 || activities[i] >= activityCount) {
                throw new IllegalArgumentException("Cannot mine an event with activity code " + activities[i]
                        + ": the plan has codes 0 to " + (activityCount - 1) + "; take both from one snapshot");
            }

            if (completesUs[i] < startsUs[i]) {
                throw new IllegalArgumentException(
                        "Cannot mine the event at position " + EventBlocks.place(block.positions()[i])
                                + " of a case: it completes before it starts; quarantine such rows at admission");
            }
        }
    }
}
