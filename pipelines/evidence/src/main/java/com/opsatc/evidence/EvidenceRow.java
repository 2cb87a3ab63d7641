package com.opsatc.evidence;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.id.Sha256;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One contribution to a figure, with the source rows it was read from (columns as {@link
 * com.opsatc.contract.claim.EvidenceColumns} says).
 *
 * <p>Rows are ordered by record (as UTF-8 bytes, the order Spark and Postgres use too), system, file, row; then, so that
 * the order is total, by the remaining columns, keys last, an absent second citation and a shorter list first.
 *
 * @param key what the system of record calls the first cited row; null for nothing
 * @param toFile and {@code toRow}: the second cited row; both null where the contribution needs only one
 * @param toKey null where nothing calls the second one, or there is none
 * @param weight at least 0; 1 where all weigh the same
 * @param censored whether its member was still open
 * @param more all other rows that the contribution was read from, in their order; empty where two are enough
 * @param attributes declared attributes of the record, by name: the same in all its rows; without those that are not recorded
 */
@RecordBuilder
public record EvidenceRow(
        String record,
        String system,
        Sha256 file,
        long row,
        String key,
        Sha256 toFile,
        Long toRow,
        String toKey,
        LocalDate date,
        long contribution,
        long weight,
        boolean censored,
        List<CitedRow> more,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> attributes)
        implements Comparable<EvidenceRow> {
    private static final Comparator<String> BY_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    /** Of keys. */
    static final Comparator<String> ABSENT_FIRST = Comparator.nullsFirst(BY_UTF8);

    private static final Comparator<EvidenceRow> ORDER = Comparator.comparing(EvidenceRow::record, BY_UTF8)
            .thenComparing(EvidenceRow::system, BY_UTF8)
            .thenComparing(EvidenceRow::file)
            .thenComparingLong(EvidenceRow::row)
            .thenComparing(EvidenceRow::toFile, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(EvidenceRow::toRow, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(EvidenceRow::date)
            .thenComparingLong(EvidenceRow::contribution)
            .thenComparingLong(EvidenceRow::weight)
            .thenComparing(EvidenceRow::censored)
            .thenComparing(EvidenceRow::more, EvidenceRow::compare)
            .thenComparing(EvidenceRow::key, ABSENT_FIRST)
            .thenComparing(EvidenceRow::toKey, ABSENT_FIRST)
            .thenComparing(row -> row.attributes().toString(), BY_UTF8);

    public EvidenceRow {
        requireNonNull(record, "record");
        requireNonNull(system, "system");
        requireNonNull(file, "file");
        requireNonNull(date, "date");
        more = List.copyOf(more);
        attributes =
                Collections.unmodifiableSortedMap(attributes == null ? new TreeMap<>() : new TreeMap<>(attributes));
        if (weight < 0) {
            throw new IllegalArgumentException("Invalid evidence row: a weight is below zero");
        }

        if (row < 1 || (toRow != null && toRow < 1)) {
            throw new IllegalArgumentException("Invalid evidence row: source rows count from 1");
        }

        if ((toFile == null) != (toRow == null) || (toFile == null && toKey != null)) {
            throw new IllegalArgumentException("Invalid evidence row: a second citation has a file and a row");
        }
    }

    /** All source rows: the first, the second where there is one, and the others. */
    public List<Citation> citations() {
        List<Citation> citations = new ArrayList<>();
        citations.add(new Citation(system, file, row, key));
        if (toFile != null) {
            citations.add(new Citation(system, toFile, toRow, toKey));
        }

        more.forEach(cited -> citations.add(new Citation(system, cited.file(), cited.row(), cited.key())));
        return List.copyOf(citations);
    }

    /**
     * The first one or two source rows: a sample of many contributions says more than all rows of one. None of a member that is
     * still open, since it is in no figure.
     */
    List<Citation> sampled() {
        if (censored) {
            return List.of();
        }

        List<Citation> citations = citations();
        return citations.subList(0, Math.min(2, citations.size()));
    }

    /** The first difference decides; without one, the shorter list is first. */
    private static int compare(List<CitedRow> left, List<CitedRow> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int difference = left.get(i).compareTo(right.get(i));
            if (difference != 0) {
                return difference;
            }
        }

        return Integer.compare(left.size(), right.size());
    }

    @Override
    public int compareTo(EvidenceRow other) {
        return ORDER.compare(this, other);
    }

    /** Without record, keys and attributes, which are a tenant's texts. */
    @Override
    public String toString() {
        return "EvidenceRow[file=" + file + ", row=" + row + "]";
    }
}
