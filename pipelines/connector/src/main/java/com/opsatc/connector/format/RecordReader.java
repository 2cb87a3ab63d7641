package com.opsatc.connector.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of one file in file order; only the asked-for columns of each are kept. */
public interface RecordReader extends Closeable {
    /** The record has more or fewer fields than the header: its values cannot be told apart. */
    String RAGGED = "ragged";
    /**
     * A text ends in a backslash and the next has a quote in it: the file writes quotes after a backslash, which was not
     * declared, so that its columns may have shifted.
     */
    String ESCAPED_QUOTE = "escaped-quote";
    /** An event of an XES log that stands outside every trace: it belongs to no case. */
    String OUTSIDE_TRACE = "outside-trace";

    /** A relation to an event that the file does not have. */
    String DANGLING_EVENT = "dangling-event";
    /** A relation to an object that the file does not have. */
    String DANGLING_OBJECT = "dangling-object";
    /** An event of an object-centric log that touches no object. */
    String EVENT_WITHOUT_OBJECT = "event-without-object";
    /** A relation of an event that has no time. */
    String EVENT_WITHOUT_TIME = "event-without-time";
    /** A value of an object's attribute that does not say since when it holds. */
    String UNTIMED_ATTRIBUTE = "untimed-attribute";
    /** A relation to an object of a type that the source leaves out. */
    String LEFT_OUT_TYPE = "left-out-type";

    /**
     * Moves to the next record.
     *
     * @return false at the end of the file
     * @throws RefusedFile when the file is broken
     */
    boolean next() throws IOException;

    /** Position of the current record in the file, from 1. */
    long row();

    /**
     * Why the values of the current record cannot be told, a code such as {@link #RAGGED}; empty when they can. A record with
     * a fault counts as read and is kept out.
     */
    Optional<String> fault();

    /** The text of an asked-for column, by its position in the asking; empty when the file or the record has none. */
    Optional<String> text(int column);
}
