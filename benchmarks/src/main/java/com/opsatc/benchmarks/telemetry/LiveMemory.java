package com.opsatc.benchmarks.telemetry;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The most heap that is in use just after a full collection while something runs: what it holds, not what it leaves lying. */
final class LiveMemory {
    private static final long EVERY_MILLIS = 200;

    private LiveMemory() {}

    /** Runs the work, collecting every fifth of a second, which makes it slow; returns mebibytes. */
    static long mebiDuring(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        done.countDown();
                    }
                },
                "work");
        worker.start();
        long most = 0;
        while (!done.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
        }

        return most >> 20;
    }
}
