package com.opsatc.contract.run;

/**
 * Where a run says how far it is. Calls are cheap and never fail; the receiver adds the time, so that whoever reports
 * needs no clock.
 */
public interface ProgressSink {
    /**
     * The stage moved on; the first call of a stage begins it.
     *
     * @param stage e.g. {@code admit}, {@code event log}
     * @param done of {@code total} steps; {@code total} 0 when the number is not known
     * @param rows handled so far in this stage
     */
    void progress(String stage, long done, long total, long rows);

    /**
     * The stage is complete.
     *
     * @param note counts worth saying, e.g. {@code 12 quarantined}; empty when there is nothing to say
     */
    void finished(String stage, long rows, String note);

    /** Says nothing. */
    ProgressSink NONE = new ProgressSink() {
        @Override
        public void progress(String stage, long done, long total, long rows) {}

        @Override
        public void finished(String stage, long rows, String note) {}
    };
}
