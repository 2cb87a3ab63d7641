package com.opsatc.telemetry.input;

/** Takes what a reader finds, line by line: nothing is delivered of a line that breaks off. */
public interface ObservationSink {
    /**
     * A line that is not blank was read; what follows is of it.
     *
     * @param seenBefore whether an earlier ingest has read the same line of the same file
     */
    void line(boolean seenBefore);

    void observed(Observation observation);

    /** Counts something that does not count as an observation. */
    void refused(Refusal reason, long count);
}
