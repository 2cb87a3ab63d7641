package com.opsatc.process.bottleneck;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.kernel.figure.EdgeStats;

/**
 * An edge with the passages that its time is measured over.
 *
 * @param ends {@link #START} or {@link #COMPLETION}: the column of a log with names at which a passage ends
 * @param withoutStart passages left out, since the start of their second activity is not recorded
 */
public record TimedEdge(
        String from, String to, GapMeasure measure, EdgeStats passages, String ends, long withoutStart) {
    public static final String START = "start_us";
    public static final String COMPLETION = "complete_us";

    public TimedEdge {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(measure, "measure");
        requireNonNull(passages, "passages");
        requireNonNull(ends, "ends");
    }

    public boolean isWaiting() {
        return measure == GapMeasure.WAITING;
    }
}
