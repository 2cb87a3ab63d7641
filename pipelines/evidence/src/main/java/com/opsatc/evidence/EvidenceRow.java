package com.opsatc.evidence;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.Citation;
import com.opsatc.contract.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One contribution to a figure, with the source rows it was read from (columns as {@link
 * com.opsatc.contract.EvidenceColumns} says).
 *
 * <p>Rows are ordered by record (as UTF-8 bytes, the order Spark and Postgres use too), system, file, row; then, so that
 * the order is total, by the remaining columns, an absent second citation first.
 *
 * @param toFile and {@code toRow}: the second cited row; both null where the contribution needs only one
 */
public record EvidenceRow(
        String record,
        String system,
        Sha256 file,
        long row,
        Sha256 toFile,
        Long toRow,
        LocalDate date,
        long contribution)
        implements Comparable<EvidenceRow> {
    private static final Comparator<String> BY_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    private static final Comparator<EvidenceRow> ORDER = Comparator.comparing(EvidenceRow::record, BY_UTF8)
            .thenComparing(EvidenceRow::system, BY_UTF8)
            .thenComparing(EvidenceRow::file)
            .thenComparingLong(EvidenceRow::row)
            .thenComparing(EvidenceRow::toFile, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(EvidenceRow::toRow, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(EvidenceRow::date)
            .thenComparingLong(EvidenceRow::contribution);

    public EvidenceRow {
        requireNonNull(record, "record");
        requireNonNull(system, "system");
        requireNonNull(file, "file");
        requireNonNull(date, "date");
        if (row < 1 || (toRow != null && toRow < 1)) {
            throw new IllegalArgumentException("Invalid evidence row: source rows count from 1");
        }

        if ((toFile == null) != (toRow == null)) {
            throw new IllegalArgumentException("Invalid evidence row: a second citation has a file and a row");
        }
    }

    /** The one or two source rows. */
    public List<Citation> citations() {
        Citation first = new Citation(system, file, row);
        return toFile == null ? List.of(first) : List.of(first, new Citation(system, toFile, toRow));
    }

    @Override
    public int compareTo(EvidenceRow other) {
        return ORDER.compare(this, other);
    }

    /** Without the record's key, which is a tenant's text. */
    @Override
    public String toString() {
        return "EvidenceRow[file=" + file + ", row=" + row + "]";
    }
}
