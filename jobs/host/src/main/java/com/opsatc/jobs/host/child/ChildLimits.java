package com.opsatc.jobs.host.child;

import java.time.Duration;

/**
 * What a child may take, and who may look into it.
 *
 * <p>One without a deadline ends with its parent and with an interrupt. One with a deadline is killed when it is over, and
 * not before: it does not hear the interrupt, its parent waits for it.
 *
 * @param memoryMebi its heap in MiB
 * @param deadline from its start; null for as long as it takes
 * @param debugPort on which it waits for a debugger, on this machine alone; 0 for none. Whoever reaches it reads the tenant's key
 */
public record ChildLimits(int memoryMebi, Duration deadline, int debugPort) {
    public ChildLimits(int memoryMebi, Duration deadline) {
        this(memoryMebi, deadline, 0);
    }

    /** As long as it takes. */
    public static ChildLimits of(int memoryMebi) {
        return new ChildLimits(memoryMebi, null);
    }

    /** The same, waiting for a debugger. */
    public ChildLimits debuggedOn(int port) {
        return new ChildLimits(memoryMebi, deadline, port);
    }

    boolean hearsInterrupts() {
        return deadline == null;
    }
}
