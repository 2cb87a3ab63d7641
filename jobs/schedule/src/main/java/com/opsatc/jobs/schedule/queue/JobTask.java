package com.opsatc.jobs.schedule.queue;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.time.Clock;
import java.time.Instant;

/** One job of the schedule as the queue runs it: an attempt, what came of it, and when the next is due. */
final class JobTask {
    private final ScheduledJob job;
    private final JobWork work;
    private final JobJournal journal;
    private final Clock clock;
    private final CustomTask<Planned> task;

    JobTask(ScheduledJob job, JobWork work, JobJournal journal, Clock clock) {
        this.job = job;
        this.work = work;
        this.journal = journal;
        this.clock = clock;
        this.task = Tasks.custom(job.name(), Planned.class)
                .onFailure(this::failed)
                .onDeadExecution(this::takeOver)
                .execute(this::execute);
    }

    ScheduledJob job() {
        return job;
    }

    CustomTask<Planned> task() {
        return task;
    }

    private CompletionHandler<Planned> execute(TaskInstance<Planned> planned, ExecutionContext context) {
        Instant due = context.getExecution().executionTime;
        if (job.catchUp().leavesOut(due, clock.instant())) {
            return (complete, operations) -> plan(
                    complete, operations, JobEvent.Kind.MISSED, "it was due at " + due + ", when nothing could run");
        }

        tell(JobEvent.Kind.STARTED, planned.getId(), "", null);
        String words = work.run(job, planned.getId());

        return (complete, operations) -> plan(complete, operations, JobEvent.Kind.DONE, words);
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Planned> operations) {
        Throwable cause = complete.getCause().orElseThrow();
        ErrorCode code = cause instanceof PipelineException known ? known.code() : ErrorCode.INTERNAL;
        String words = cause instanceof PipelineException known
                ? known.getMessage()
                : "Cannot finish: internal error " + cause.getClass().getSimpleName();
        Planned planned = (Planned) complete.getExecution().taskInstance.getData();
        Instant again = clock.instant().plus(job.limits().retryAfter());
        // Where the next time comes first, it is the next attempt.
        if (!job.limits().allowAnother(planned.attempt(), code)
                || !again.isBefore(job.times().next(clock.instant()))) {
            plan(complete, operations, JobEvent.Kind.FAILED, words);
            return;
        }

        operations.reschedule(complete, again, planned.again());
        tell(JobEvent.Kind.FAILED, complete.getExecution().taskInstance.getId(), words, again);
    }

    /** Of several that find the same one dead, one takes it. */
    private void takeOver(ExecutionComplete dead, ExecutionOperations<Planned> operations) {
        Instant now = clock.instant();
        try {
            operations.reschedule(dead, now);
        } catch (ExecutionException another) {
            return;
        }
        tell(
                JobEvent.Kind.TAKEN_OVER,
                dead.getExecution().taskInstance.getId(),
                "the process that ran it is gone: " + dead.getExecution().pickedBy,
                now);
    }

    private void plan(
            ExecutionComplete complete, ExecutionOperations<Planned> operations, JobEvent.Kind kind, String words) {
        Instant next = job.times().next(clock.instant());
        operations.reschedule(complete, next, Planned.first(job.times()));
        tell(kind, complete.getExecution().taskInstance.getId(), words, next);
    }

    private void tell(JobEvent.Kind kind, String subject, String words, Instant next) {
        journal.tell(new JobEvent(clock.instant(), kind, job.name(), subject, words, next));
    }
}
