package com.opsatc.jobs.schedule.queue;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.schedule.declare.ScheduledJob;

/** Does a job once; called by several threads at once. */
@FunctionalInterface
public interface JobWork {
    /**
     * Works to the end, or to the job's deadline.
     *
     * @param subject a tenant's name, or {@link ScheduledJob#PLATFORM}
     * @return what came of it, in a few words
     * @throws PipelineException when it failed
     */
    String run(ScheduledJob job, String subject);
}
