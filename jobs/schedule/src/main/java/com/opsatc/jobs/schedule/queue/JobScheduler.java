package com.opsatc.jobs.schedule.queue;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs the jobs of a schedule, each tenant's on its own, beside other processes that do the same on the same queue.
 *
 * <p>Guarantee: one that is due is run by one process; when that dies, by one other, a minute later. One that fails or
 * takes its time keeps no other from running for as long as a place is free ({@link Pace#atOnce}); none keeps its place
 * beyond its deadline. Limit: a process that stands still for a minute is taken for dead; what it ran and what took over meet
 * at the tenant's lock, and one of them fails.
 */
public final class JobScheduler implements AutoCloseable {
    /** What an attempt may take beyond its deadline to be ended and written down. */
    private static final Duration ENDING = Duration.ofMinutes(1);

    static final String TABLE = "scheduled_job";

    private final Scheduler scheduler;
    private final ScheduledExecutorService renewals;
    private final AtomicBoolean closed = new AtomicBoolean();

    private JobScheduler(Scheduler scheduler, ScheduledExecutorService renewals) {
        this.scheduler = scheduler;
        this.renewals = renewals;
    }

    /**
     * What a scheduler stands on.
     *
     * @param queue the database with the table {@code scheduled_job}
     * @param tenants that there are now
     */
    public record Ground(DataSource queue, Supplier<List<TenantId>> tenants, Clock clock, Pace pace) {
        public Ground {
            requireNonNull(queue, "queue");
            requireNonNull(tenants, "tenants");
            requireNonNull(clock, "clock");
            requireNonNull(pace, "pace");
        }
    }

    /** Plans what is not planned, and starts running what is due. */
    public static JobScheduler start(Schedule schedule, Ground ground, JobWork work, JobJournal journal) {
        List<JobTask> tasks = schedule.jobs().stream()
                .map(job -> new JobTask(job, work, journal, ground.clock()))
                .toList();
        Pace pace = ground.pace();
        Duration longest = schedule.jobs().stream()
                .map(job -> job.limits().deadline())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Scheduler scheduler = Scheduler.create(
                        ground.queue(), tasks.stream().map(JobTask::task).toArray(Task<?>[]::new))
                .clock(() -> ground.clock().instant())
                .tableName(TABLE)
                .serializer(new JsonData())
                .schedulerName(new SchedulerName.Fixed(new SchedulerName.Hostname().getName() + ":"
                        + ProcessHandle.current().pid()))
                .threads(pace.atOnce())
                .pollingInterval(pace.polling())
                // No more than it can run now: what it only kept, no other process could run.
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(Pace.MISSED_HEARTBEATS)
                .shutdownMaxWait(longest.plus(ENDING))
                .failureLogging(LogLevel.OFF, false)
                .addSchedulerListener(new Complaints(journal, ground.clock()))
                .build();
        Planning planning = new Planning(scheduler, tasks, ground, journal);
        planning.renew();
        scheduler.start();
        ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "renew the plan");
            thread.setDaemon(true);
            return thread;
        });
        renewals.scheduleWithFixedDelay(
                planning::renewOrComplain,
                pace.renewal().toMillis(),
                pace.renewal().toMillis(),
                TimeUnit.MILLISECONDS);

        return new JobScheduler(scheduler, renewals);
    }

    /** Starts nothing more, and waits for what runs: to its end, or its deadline. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            scheduler.pause(); // a place that comes free from here on is taken by nobody
            // Not interrupted: a renewal that is cut off in its database call complains of a failure.
            renewals.shutdown();
            awaitRenewal();
            scheduler.stop();
        }
    }

    private void awaitRenewal() {
        try {
            renewals.awaitTermination(ENDING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            renewals.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
