package com.opsatc.jobs.schedule.queue;

import com.opsatc.jobs.schedule.declare.AttemptLimits;
import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.CronTimes;
import com.opsatc.jobs.schedule.declare.JobKind;
import com.opsatc.jobs.schedule.declare.Schedule;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Schedules of one job for every tenant, at two o'clock UTC. */
final class Jobs {
    static final String AT_TWO = "0 2 * * *";

    private Jobs() {}

    static Schedule nightly(String name, CatchUp catchUp, int retries) {
        return nightly(name, AT_TWO, catchUp, retries);
    }

    static Schedule nightly(String name, String cron, CatchUp catchUp, int retries) {
        AttemptLimits limits = new AttemptLimits(Duration.ofMinutes(30), retries, Duration.ofMinutes(15));

        return new Schedule(
                Path.of("schedule.yaml"),
                List.of(new ScheduledJob(
                        name, JobKind.RUN, List.of(), CronTimes.of(cron, ZoneOffset.UTC), catchUp, limits)));
    }
}
