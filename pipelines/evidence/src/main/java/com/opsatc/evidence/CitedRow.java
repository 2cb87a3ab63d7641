package com.opsatc.evidence;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.Sha256;
import java.util.Comparator;

/**
 * A row of an extract file; ordered by file, then row.
 *
 * @param row counted from 1
 */
public record CitedRow(Sha256 file, long row) implements Comparable<CitedRow> {
    private static final Comparator<CitedRow> ORDER =
            Comparator.comparing(CitedRow::file).thenComparingLong(CitedRow::row);

    public CitedRow {
        requireNonNull(file, "file");
        if (row < 1) {
            throw new IllegalArgumentException("Invalid evidence row: source rows count from 1");
        }
    }

    @Override
    public int compareTo(CitedRow other) {
        return ORDER.compare(this, other);
    }
}
