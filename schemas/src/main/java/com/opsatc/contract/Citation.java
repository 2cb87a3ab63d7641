package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

/**
 * Where a fact was read: a row of an extract file of a system of record.
 *
 * @param system the source system as its connector names it, e.g. {@code sap}
 * @param file digest of the extract file's bytes as delivered (names and paths change, content does not)
 * @param row position in the file, from 1: the data record of a CSV or Parquet file (a header does not count), the
 *     event of an XES log
 */
public record Citation(String system, Sha256 file, long row) implements Comparable<Citation> {
    public Citation {
        requireNonNull(system, "system");
        requireNonNull(file, "file");
        if (row < 1) {
            throw new IllegalArgumentException("Invalid citation row: rows count from 1");
        }
    }

    @Override
    public int compareTo(Citation other) {
        int bySystem = system.compareTo(other.system);
        if (bySystem != 0) {
            return bySystem;
        }

        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Long.compare(row, other.row);
    }
}
