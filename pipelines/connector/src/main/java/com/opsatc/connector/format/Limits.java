package com.opsatc.connector.format;

/**
 * How large the units of a file may be that a reader holds in memory at once; each is checked before the memory is taken.
 *
 * @param recordChars of a CSV record, and of what an XML document says between two {@code <}: longer than any real one; an
 *     open quote would otherwise swallow the rest of the file
 * @param waitingBytes of the events of one XES trace that wait for an attribute of their trace; a trace whose asked-for
 *     attributes stand before its events needs none of it, however long it is
 * @param columns of a CSV file: more than any real one, each of whose names is compared with what the connector asks for
 */
record Limits(int recordChars, long waitingBytes, int columns) {
    static final Limits USUAL = new Limits(4 << 20, 128L << 20, 20_000);
    /** Of what is held of an object-centric log until it is read: some million relations. */
    static final int OBJECT_LOG_BYTES = 512 << 20;
    /** How deep the elements of an XML document may lie in each other. */
    static final int XML_DEPTH = 200;
    /** How many attributes an XML element may have. */
    static final int XML_ATTRIBUTES = 100;
}
