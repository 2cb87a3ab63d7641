package com.opsatc.jobs.host.child;

import java.time.Duration;

/**
 * What a child may take.
 *
 * <p>One without a deadline ends with its parent and with an interrupt. One with a deadline is killed when it is over, and
 * not before: it does not hear the interrupt, its parent waits for it.
 *
 * @param memoryMebi its heap in MiB
 * @param deadline from its start; null for as long as it takes
 */
public record ChildLimits(int memoryMebi, Duration deadline) {
    /** As long as it takes. */
    public static ChildLimits of(int memoryMebi) {
        return new ChildLimits(memoryMebi, null);
    }

    boolean hearsInterrupts() {
        return deadline == null;
    }
}
