package com.opsatc.contract.unusual;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Citation;
import java.util.List;

/**
 * A step some of whose passages took a time far from that of the others: further from the median than six times the median
 * distance from it, on a logarithmic scale (definitions 1.14).
 *
 * @param from the activity that it leads from, {@code to} the next one: tenant text
 * @param n how many passages it has
 * @param medianUs their median time, microseconds
 * @param fastBelowUs times below are unusually fast, {@code fast} how many there are
 * @param slowFromUs times from here on are unusually slow, {@code slow} how many there are
 * @param slowest the slowest of these, at most {@link #MOST_PASSAGES}
 */
public record UnusualStep(
        String process,
        String from,
        String to,
        long n,
        long medianUs,
        long fastBelowUs,
        long fast,
        long slowFromUs,
        long slow,
        List<Passage> slowest) {
    /** As many passages as a step lists. */
    public static final int MOST_PASSAGES = 3;

    public UnusualStep {
        requireNonNull(process, "process");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        slowest = List.copyOf(slowest);
        if (fast + slow < 1 || fast + slow > n) {
            throw new IllegalArgumentException(
                    "Invalid step: some of its passages are unusual, and not more than there are");
        }

        if (slowest.size() != Math.min(slow, MOST_PASSAGES)) {
            throw new IllegalArgumentException("Invalid step: of its slow passages the slowest are cited");
        }
    }

    /**
     * One passage.
     *
     * @param us how long it took, microseconds
     * @param left the record of the completion that it begins with, {@code reached} that of the event that it ends with
     */
    public record Passage(long us, Citation left, Citation reached) {
        public Passage {
            requireNonNull(left, "left");
            requireNonNull(reached, "reached");
        }
    }
}
