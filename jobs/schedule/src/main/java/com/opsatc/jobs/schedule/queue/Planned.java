package com.opsatc.jobs.schedule.queue;

import static java.util.Objects.requireNonNull;

import com.opsatc.jobs.schedule.declare.CronTimes;

/**
 * What the queue keeps of one that waits, besides its time.
 *
 * @param attempt counted from 0
 * @param cron with what times it was declared when it was planned: other times are planned anew
 */
record Planned(int attempt, String cron, String zone) {
    Planned {
        requireNonNull(cron, "cron");
        requireNonNull(zone, "zone");
    }

    static Planned first(CronTimes times) {
        return new Planned(0, times.cron(), times.zone().getId());
    }

    Planned again() {
        return new Planned(attempt + 1, cron, zone);
    }

    boolean isBy(CronTimes times) {
        return cron.equals(times.cron()) && zone.equals(times.zone().getId());
    }
}
