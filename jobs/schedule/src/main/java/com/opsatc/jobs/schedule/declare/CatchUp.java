package com.opsatc.jobs.schedule.declare;

import java.time.Duration;
import java.time.Instant;

/** What becomes of times at which nothing could run. */
public enum CatchUp {
    /** They are run once, all together, as soon as that can be. */
    ONCE("runs once for all that was missed"),
    /** They are left out. */
    SKIP("leaves out what was missed");

    /** What starts later than this was missed: nothing was up, or everything was busy for as long. */
    public static final Duration LATEST_START = Duration.ofMinutes(10);

    private final String words;

    CatchUp(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether a start at {@code now} of what was due at {@code due} is left out. */
    public boolean leavesOut(Instant due, Instant now) {
        return this == SKIP && due.plus(LATEST_START).isBefore(now);
    }
}
