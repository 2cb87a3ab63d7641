package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

/**
 * How far a stage of a run is.
 *
 * @param stage e.g. {@code admit}, {@code event log}, {@code findings}
 * @param done of {@code total} steps; {@code total} 0 means the number of steps is not known
 * @param rows handled so far in this stage
 * @param elapsedMs since the stage began
 * @param finished the last event of the stage
 * @param note what there is to say at the end of it, e.g. {@code 12 quarantined}; counts only, null when nothing
 */
public record ProgressEvent(
        String stage, long done, long total, long rows, long elapsedMs, boolean finished, String note) {
    public ProgressEvent {
        requireNonNull(stage, "stage");
        if (done < 0 || total < 0 || rows < 0 || elapsedMs < 0) {
            throw new IllegalArgumentException("Invalid progress of stage " + stage + ": counts are never negative");
        }
    }
}
