package com.opsatc.jobs.schedule.queue;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that ends when the test says so, or fails as the test says. */
final class HeldWork implements JobWork {
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, RuntimeException> failing = new ConcurrentHashMap<>();

    HeldWork hold(String subject) {
        held.put(subject, new CountDownLatch(1));
        return this;
    }

    HeldWork fail(String subject, RuntimeException failure) {
        failing.put(subject, failure);
        return this;
    }

    HeldWork mend(String subject) {
        failing.remove(subject);
        return this;
    }

    void release(String subject) {
        held.get(subject).countDown();
    }

    @Override
    public String run(ScheduledJob job, String subject) {
        CountDownLatch latch = held.getOrDefault(subject, new CountDownLatch(0));
        try {
            if (!latch.await(2 * Waiting.MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Nobody released " + subject);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: " + subject, e);
        }

        RuntimeException failure = failing.get(subject);
        if (failure != null) {
            throw failure;
        }

        return "worked";
    }
}
