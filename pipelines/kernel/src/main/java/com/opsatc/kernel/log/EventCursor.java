package com.opsatc.kernel.log;

/**
 * Reads the rows of an event log one by one, as primitives, in the order (case, position).
 *
 * <p>A row can be read only after {@link #next()} answered true. The rows of a case follow each other; a case may begin in
 * one cursor and end in another, because storage is split without regard to cases, and readers have to notice it from
 * {@link #position()} and {@link #lastOfCase()}. Instants are microseconds UTC.
 */
public interface EventCursor {
    /** Moves to the next row; false when there is none. */
    boolean next();

    /** The case's code: equal for all rows of a case, different between cases of one log. */
    long caseId();

    /** The row's place in the total order of its case, counted from 0 without gaps (definitions 1.1). */
    int position();

    /** Whether no row of the case follows, in this cursor or in another. */
    boolean lastOfCase();

    /** The activity's code, from 0. */
    int activity();

    long startUs();

    long completeUs();
}
