package com.opsatc.kernel.ageing;

import com.opsatc.kernel.figure.CaseTime;

/**
 * A case with the date by which it is to be closed; instants are microseconds UTC.
 *
 * @param dueUs the last microsecond that is in time, not before it begins
 */
public record DatedCase(CaseTime time, long dueUs) {
    private static final long MISSED_US = -1;

    public DatedCase {
        if (dueUs < time.beginUs()) {
            throw new IllegalArgumentException("Invalid case: its date is before it begins");
        }
    }

    /** A case that is to be closed so long after it begins. */
    public static DatedCase within(long targetUs, CaseTime time) {
        return new DatedCase(time, Math.addExact(time.beginUs(), targetUs));
    }

    long leadUs() {
        return dueUs - time.beginUs();
    }

    /** How long before its date it was closed: below 0 where it missed it, also of a case that is open after it. */
    long earlyUs() {
        return time.isOpen() ? MISSED_US : dueUs - time.closedUs();
    }

    boolean missed() {
        return time.closedUs() > dueUs;
    }

    /** Whether it has begun, is not closed, and has not missed its date yet. */
    boolean isWaiting(long atUs) {
        return time.beginUs() <= atUs && time.closedUs() > atUs && dueUs > atUs;
    }
}
