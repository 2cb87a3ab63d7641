package com.opsatc.kernel.log;

/** One row of an event log; instants are microseconds UTC, the start is the completion where none is recorded. */
public record EventRow(long caseId, int position, boolean lastOfCase, int activity, long startUs, long completeUs) {
    public EventRow {
        if (position < 0 || activity < 0) {
            throw new IllegalArgumentException("Invalid event: position and activity are counted from 0");
        }

        if (completeUs < startUs) {
            throw new IllegalArgumentException("Invalid event: it completes before it starts");
        }
    }
}
