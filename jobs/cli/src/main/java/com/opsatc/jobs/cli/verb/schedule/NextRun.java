package com.opsatc.jobs.cli.verb.schedule;

import com.opsatc.jobs.schedule.declare.JobKind;
import com.opsatc.jobs.schedule.declare.Schedule;
import java.time.Instant;

/** When a tenant would next be run by itself, in a line. */
public final class NextRun {
    private NextRun() {}

    public static String line(Schedule schedule, Instant now) {
        return schedule.next(now, job -> job.does() == JobKind.RUN)
                .map(job -> "By itself:  with ./opsatc schedule run, job " + job.name() + " runs " + job.whom()
                        + " next on "
                        + ScheduleNextCommand.clock(job, job.times().next(now)))
                .orElse("By itself:  no run is declared in " + schedule.file());
    }
}
