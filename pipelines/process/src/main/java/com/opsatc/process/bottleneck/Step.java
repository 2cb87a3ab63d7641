package com.opsatc.process.bottleneck;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.figure.EdgeStats;

/**
 * An edge with the passages that its time is measured over.
 *
 * @param measure {@link #WAITING} or {@link #INTER_COMPLETION}
 * @param ends {@link #START} or {@link #COMPLETION}: the column of a log with names at which a passage ends
 * @param withoutStart passages left out, since the start of their second activity is not recorded
 */
public record Step(String from, String to, String measure, EdgeStats passages, String ends, long withoutStart) {
    /** From the completion of one activity to the start of the next. */
    public static final String WAITING = "waiting";
    /** From one completion to the next: the time holds work as well. */
    public static final String INTER_COMPLETION = "inter-completion";

    public static final String START = "start_us";
    public static final String COMPLETION = "complete_us";

    public Step {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(measure, "measure");
        requireNonNull(passages, "passages");
        requireNonNull(ends, "ends");
    }

    public boolean isWaiting() {
        return measure.equals(WAITING);
    }
}
