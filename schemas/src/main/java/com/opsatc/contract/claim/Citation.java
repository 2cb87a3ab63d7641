package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.Comparator;

/**
 * Where a fact was read: a row of an extract file of a system of record.
 *
 * @param system the source system as its connector names it, e.g. {@code sap}
 * @param file digest of the extract file's bytes as delivered (names and paths change, content does not)
 * @param row position in the file, from 1: the data record of a CSV or Parquet file (a header does not count), the
 *     event of an XES log
 * @param key what the system of record calls the row, by the key that its stream declares, e.g. {@code VBELN 4711 / POSNR
 *     10}: tenant text; null where no key is declared, or one of its columns names a person
 */
public record Citation(String system, Sha256 file, long row, String key) implements Comparable<Citation> {
    private static final Comparator<Citation> ORDER = Comparator.comparing(Citation::system)
            .thenComparing(Citation::file)
            .thenComparingLong(Citation::row)
            .thenComparing(Citation::key, Comparator.nullsFirst(Comparator.naturalOrder()));

    public Citation {
        requireNonNull(system, "system");
        requireNonNull(file, "file");
        if (row < 1) {
            throw new IllegalArgumentException("Invalid citation row: rows count from 1");
        }
    }

    /** A row of which no key is known. */
    public Citation(String system, Sha256 file, long row) {
        this(system, file, row, /* key= */ null);
    }

    /** The same row, called otherwise; null for nothing. */
    public Citation called(String other) {
        return new Citation(system, file, row, other);
    }

    @Override
    public int compareTo(Citation other) {
        return ORDER.compare(this, other);
    }

    /** Without the key, which is a tenant's text. */
    @Override
    public String toString() {
        return "Citation[system=" + system + ", file=" + file + ", row=" + row + "]";
    }
}
