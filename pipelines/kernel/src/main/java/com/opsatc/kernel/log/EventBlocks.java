package com.opsatc.kernel.log;

/**
 * Reads the rows of an event log in blocks of columns, in the order (case, position): the fast way in, since a reader of a
 * block's arrays calls nothing for a row.
 *
 * <p>A block can be read only after {@link #next()} answered true, and until it is called again: its arrays are used for the
 * next block, may be longer than {@link #rows()}, and two of them may be one. Rows of a case follow each other over blocks as
 * they do over the rows of an {@link EventCursor}, whose contract holds here as well. Instants are microseconds UTC.
 *
 * <pre>
 * caseIds  positions  activities  startsUs  completesUs
 *       4          0           7       100          100
 *       4         ~1           2       150          180
 *       5         ~0           7       160          160
 * </pre>
 */
public interface EventBlocks {
    /** Moves to the next block, which has at least one row; false when there is none. */
    boolean next();

    /** How many elements of each array are rows of this block. */
    int rows();

    long[] caseIds();

    /** Places in the case's total order, counted from 0; the last row of a case has the bitwise complement of its own. */
    int[] positions();

    int[] activities();

    long[] startsUs();

    long[] completesUs();

    /** The place in the total order that an element of {@link #positions()} stands for. */
    static int place(int position) {
        return position < 0 ? ~position : position;
    }
}
