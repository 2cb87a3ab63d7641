package com.opsatc.jobs.schedule.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, for far longer than it takes on a machine that does something else as well. */
final class Waiting {
    static final long MINUTES = 4;

    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private Waiting() {}

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s minutes", MINUTES).isLessThan(end);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
