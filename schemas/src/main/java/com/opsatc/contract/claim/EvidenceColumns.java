package com.opsatc.contract.claim;

/**
 * The columns of an evidence document, one row for each contribution to a figure, ordered by (record, system, file, row).
 *
 * <p>{@code contribution} is what the row adds: microseconds for a duration, 1 or 0 for a share. A figure's
 * {@link Aggregation} over this column, and {@code weight} where it weighs, gives its published value exactly. A {@code
 * censored} row is of a member that was still open at the logical date: it contributes what is known so far, on that date, and
 * counts in no figure but the number of open members.
 *
 * <pre>
 * record      system  file    row  key                    to_file  to_row  to_key       date        contribution  weight  censored  more_…
 * order-0007  sap     3f…a1    12  VBELN 4711             3f…a1        19  VBELN 8001   2026-03-02    7200000000       1  false     []
 * line-0009   sap     3f…a1    31  VBELN 4711 / POSNR 10  9c…07         4  VBELN 8001…  2026-03-02             1   12500  false     [9c…07:2]
 * </pre>
 *
 * Where a stream declares no key, or one that names a person, its rows have none.
 */
public final class EvidenceColumns {
    /** Key of the case, order line or ticket in its system of record. */
    public static final String RECORD = "record";

    public static final String SYSTEM = "system";
    /** File digest and row of the (first) cited source row. */
    public static final String FILE = "file";

    public static final String ROW = "row";
    /** The declared key of the (first) cited source row, by the names of its columns; null for none. */
    public static final String KEY = "key";
    /** File digest and row of the second cited source row; null where the contribution needs only one. */
    public static final String TO_FILE = "to_file";

    public static final String TO_ROW = "to_row";

    public static final String TO_KEY = "to_key";
    /** Date, in the tenant's zone, that places the contribution in a period. */
    public static final String DATE = "date";

    public static final String CONTRIBUTION = "contribution";
    /** How much the contribution weighs where that is not the same for all, in thousandths; else 1. */
    public static final String WEIGHT = "weight";

    public static final String CENSORED = "censored";

    /**
     * File digests, rows and keys, in three lists of one length, of all other source rows that the contribution was read from: the
     * further deliveries of an order line, the further lines of an order. Empty where two rows are enough.
     */
    public static final String MORE_FILES = "more_files";

    public static final String MORE_ROWS = "more_rows";

    public static final String MORE_KEYS = "more_keys";

    /**
     * Names and values, in two lists of one length, of the declared attributes of what the contribution is about, by name: what
     * figures are divided by. One whose value is not recorded is in neither; both are empty where none is declared.
     */
    public static final String ATTRIBUTES = "attributes";

    public static final String ATTRIBUTE_VALUES = "attribute_values";

    private EvidenceColumns() {}
}
