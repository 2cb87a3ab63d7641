package com.opsatc.jobs.schedule.queue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What became of a job.
 *
 * @param subject a tenant's name, or {@code PLATFORM}
 * @param words what came of it, or why it failed
 * @param next when it is due again; null while it runs
 */
public record JobEvent(Instant at, Kind kind, String job, String subject, String words, Instant next) {
    /** Which turn it took. */
    public enum Kind {
        STARTED,
        DONE,
        FAILED,
        MISSED,
        TAKEN_OVER
    }

    public JobEvent {
        requireNonNull(at, "at");
        requireNonNull(kind, "kind");
        requireNonNull(job, "job");
        requireNonNull(subject, "subject");
        requireNonNull(words, "words");
    }
}
