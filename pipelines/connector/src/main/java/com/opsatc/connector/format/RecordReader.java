package com.opsatc.connector.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of one file in file order; only the asked-for columns of each are kept. */
public interface RecordReader extends Closeable {
    /**
     * Moves to the next record.
     *
     * @return false at the end of the file
     * @throws RefusedFile when the file is broken
     */
    boolean next() throws IOException;

    /** Position of the current record in the file, from 1. */
    long row();

    /** Whether the current record has more or fewer fields than the header: its values cannot be told apart. */
    boolean ragged();

    /** The text of an asked-for column, by its position in the asking; empty when the file or the record has none. */
    Optional<String> text(int column);
}
