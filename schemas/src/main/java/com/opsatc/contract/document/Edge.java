package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.DurationFigures;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A directly-follows relation: {@code to} is the next event after {@code from} in a case's total order (definitions 1.2).
 *
 * <p>Times are microseconds. Of recorded events they go from the completion of {@code from} to the start of {@code to}, a
 * negative gap counting as 0; overlaps are kept apart. Of activity instances they go from completion to completion.
 *
 * @param n how often, {@code cases} in how many cases
 * @param overlapN how many gaps were negative, {@code overlapUs} their sum as a positive number
 * @param ties how many of the pairs share one instant, so that their order rests on the tie-break
 * @param waiting from completion to start, the gaps that end with a recorded start, so that they are waiting and no work; null where there is none, and
 *     in the views of recorded events
 * @param objects what the view says wrongly of it; null where no objects are finer than the case
 */
@RecordBuilder
public record Edge(
        String from,
        String to,
        long n,
        long cases,
        long sumUs,
        long meanUs,
        long p50Us,
        long p90Us,
        long minUs,
        long maxUs,
        long overlapN,
        long overlapUs,
        long ties,
        DurationFigures waiting,
        ObjectPassages objects) {
    public Edge {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (n < 1 || cases < 1 || cases > n) {
            throw new IllegalArgumentException("Invalid edge: it occurs at least once, in no more cases than times");
        }
    }

    /** Whether an edge is measured by waiting: at least half of its gaps end with a recorded start. */
    public static boolean isWaiting(long gaps, long withStart) {
        return withStart > 0 && 2 * withStart >= gaps;
    }

    /** As it is measured: by the waiting alone, with its n, where {@link #isWaiting} holds, else as it is. */
    public Edge asMeasured() {
        return waiting == null || !isWaiting(n, waiting.n())
                ? this
                : EdgeBuilder.builder(this)
                        .sumUs(waiting.sumUs())
                        .meanUs(waiting.meanUs())
                        .p50Us(waiting.p50Us())
                        .p90Us(waiting.p90Us())
                        .build();
    }
}
