package com.opsatc.kernel.log;

/** One row of an event log, as {@link EventCursor} reads it; instants are microseconds UTC. */
public record EventRow(long caseId, int position, boolean lastOfCase, int activity, long startUs, long completeUs) {
    public EventRow {
        if (position < 0 || activity < 0) {
            throw new IllegalArgumentException("Invalid event: position and activity are counted from 0");
        }

        if (completeUs < startUs) {
            throw new IllegalArgumentException("Invalid event: it completes before it starts");
        }
    }

    /** The row a cursor stands on. */
    public static EventRow at(EventCursor cursor) {
        return new EventRow(
                cursor.caseId(),
                cursor.position(),
                cursor.lastOfCase(),
                cursor.activity(),
                cursor.startUs(),
                cursor.completeUs());
    }
}
