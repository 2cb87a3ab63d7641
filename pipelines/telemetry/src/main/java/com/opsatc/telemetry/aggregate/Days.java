package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import com.opsatc.telemetry.input.Origin;
import com.opsatc.telemetry.input.Refusal;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The UTC days that an ingest covers, and where an event counts.
 *
 * <p>An event counts on its own day. One that comes late counts on the first day, if it is at most the late hours older than
 * that day's start and no earlier ingest has seen its line; otherwise it is refused. One after the last day waits.
 *
 * <p>Guarantee: the days are given and never found in the data. Every one of them is released and charged, so that a day more
 * for a tenant's oldest record would show that record.
 *
 * @param first the day after the last committed one; in a first ingest, the day that it begins with
 * @param last the last day that is over
 * @param lateHours how much older than the start of {@code first} an event may be
 */
public record Days(LocalDate first, LocalDate last, int lateHours) implements Serializable {
    public Days {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (first.isAfter(last) || first.toEpochDay() < 0 || lateHours < 0) {
            throw new IllegalArgumentException(
                    "Invalid days: the first comes before the last, and neither before 1970");
        }
    }

    /** The days after a committed one. */
    public static Days after(LocalDate committed, LocalDate last, int lateHours) {
        return new Days(committed.plusDays(1), last, lateHours);
    }

    /** One day alone, to which nothing earlier is added. */
    public static Days upTo(LocalDate last) {
        return new Days(last, last, 0);
    }

    /** Why an event does not count; null when it does. */
    Refusal refusal(Origin origin, boolean seenBefore) {
        if (origin.day() > last.toEpochDay()) {
            return Refusal.NOT_YET;
        }
        if (origin.day() >= first.toEpochDay()) {
            return null;
        }
        if (seenBefore) {
            return Refusal.SEEN_BEFORE;
        }

        long earliest = startNanos() - Duration.ofHours(lateHours).toNanos();
        return origin.timeNanos() < earliest ? Refusal.LATE : null;
    }

    /** The day on which an event counts, as days since 1970. */
    int day(Origin origin) {
        return Math.max(origin.day(), (int) first.toEpochDay());
    }

    private long startNanos() {
        return Origin.startNanos((int) first.toEpochDay());
    }
}
