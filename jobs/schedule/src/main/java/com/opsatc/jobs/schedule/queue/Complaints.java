package com.opsatc.jobs.schedule.queue;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells that the queue cannot be used, at most once a minute: the library tries again by itself. */
final class Complaints extends AbstractSchedulerListener {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final JobJournal journal;
    private final Clock clock;
    private Instant last = Instant.MIN;

    Complaints(JobJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public synchronized void onSchedulerEvent(SchedulerListener.SchedulerEventType event) {
        Instant now = clock.instant();
        if (event != SchedulerEventType.UNEXPECTED_ERROR || now.isBefore(last.plus(BETWEEN))) {
            return;
        }

        last = now;
        journal.complain("Cannot read or write the queue of jobs: the platform database fails; it is tried again");
    }
}
