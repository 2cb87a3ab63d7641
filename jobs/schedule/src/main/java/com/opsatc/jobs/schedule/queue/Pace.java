package com.opsatc.jobs.schedule.queue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much runs at once, and how often the queue is looked at.
 *
 * @param atOnce how many jobs this process runs at once
 * @param polling how often it looks for what is due
 * @param heartbeat how often it says that it lives; who has missed four is taken for dead
 * @param renewal how often it plans for tenants that were added, and forgets those that were removed
 */
public record Pace(int atOnce, Duration polling, Duration heartbeat, Duration renewal) {
    /** Of these a process may miss as many before another takes over what it runs. */
    static final int MISSED_HEARTBEATS = 4;

    public Pace {
        requireNonNull(polling, "polling");
        requireNonNull(heartbeat, "heartbeat");
        requireNonNull(renewal, "renewal");
    }

    /** Takes over after a minute. */
    public static Pace of(int atOnce) {
        return new Pace(atOnce, Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1));
    }
}
