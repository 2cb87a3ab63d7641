package com.opsatc.evidence;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.Comparator;

/**
 * A row of an extract file; ordered by file, then row.
 *
 * @param row counted from 1
 * @param key as {@link com.opsatc.contract.claim.Citation} has it; null for none
 */
public record CitedRow(Sha256 file, long row, String key) implements Comparable<CitedRow> {
    private static final Comparator<CitedRow> ORDER = Comparator.comparing(CitedRow::file)
            .thenComparingLong(CitedRow::row)
            .thenComparing(CitedRow::key, EvidenceRow.ABSENT_FIRST);

    public CitedRow {
        requireNonNull(file, "file");
        if (row < 1) {
            throw new IllegalArgumentException("Invalid evidence row: source rows count from 1");
        }
    }

    /** A row of which no key is known. */
    public CitedRow(Sha256 file, long row) {
        this(file, row, /* key= */ null);
    }

    @Override
    public int compareTo(CitedRow other) {
        return ORDER.compare(this, other);
    }

    /** Without the key, which is a tenant's text. */
    @Override
    public String toString() {
        return "CitedRow[file=" + file + ", row=" + row + "]";
    }
}
