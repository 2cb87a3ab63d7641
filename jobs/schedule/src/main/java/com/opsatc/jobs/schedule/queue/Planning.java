package com.opsatc.jobs.schedule.queue;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.CronTimes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the queue as the schedule declares it: a row for each job and tenant, at its next time, and no other. */
final class Planning {
    private final SchedulerClient queue;
    private final List<JobTask> tasks;
    private final JobScheduler.Ground ground;
    private final JobJournal journal;

    Planning(SchedulerClient queue, List<JobTask> tasks, JobScheduler.Ground ground, JobJournal journal) {
        this.queue = queue;
        this.tasks = tasks;
        this.ground = ground;
        this.journal = journal;
    }

    /** What waits as it was declared is left as it is, also when its time has passed: that is what is caught up. */
    void renew() {
        List<TenantId> tenants = ground.tenants().get();
        tasks.forEach(task -> renew(task, task.job().subjects(tenants)));
    }

    /** As {@link #renew}; a failure is told, since the next renewal may succeed. */
    void renewOrComplain() {
        try {
            renew();
        } catch (PipelineException e) {
            journal.complain(e.getMessage());
        } catch (RuntimeException e) {
            journal.complain("Cannot plan for the tenants: " + e.getClass().getSimpleName() + "; it is tried again");
        }
    }

    private void renew(JobTask task, List<String> subjects) {
        Set<String> missing = new HashSet<>(subjects);
        queue.getScheduledExecutionsForTask(task.job().name(), Planned.class, ScheduledExecutionsFilter.all())
                .forEach(row -> {
                    if (!missing.remove(row.getTaskInstance().getId())) {
                        forget(row);
                    } else if (!row.getData().isBy(task.job().times())) {
                        again(row, task.job().times());
                    }
                });
        Instant next = task.job().times().next(ground.clock().instant());
        missing.forEach(subject -> queue.scheduleIfNotExists(
                task.task().instance(subject, Planned.first(task.job().times())), next));
    }

    private void again(ScheduledExecution<Planned> row, CronTimes times) {
        try {
            queue.reschedule(row.getTaskInstance(), times.next(ground.clock().instant()), Planned.first(times));
        } catch (TaskInstanceException running) {
            return; // its end plans by the new times
        }
    }

    private void forget(ScheduledExecution<Planned> row) {
        try {
            queue.cancel(row.getTaskInstance());
        } catch (TaskInstanceException running) {
            return; // at its end, or gone already
        }
    }
}
