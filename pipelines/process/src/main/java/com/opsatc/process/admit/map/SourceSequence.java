package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The number that orders the events of one instant in a case: first by what is left of their time below a microsecond, then
 * by the order of their mappings, then by row.
 *
 * <pre>
 * nanoseconds  place of the mapping  row, or its complement where the file begins with the newest; where the mapping has a
 *                                    sequence, the place that it gives the event in its instant
 *     10 bits               13 bits                                                       40 bits
 * </pre>
 */
public final class SourceSequence {
    private static final int ROW_BITS = 40;
    private static final int MAPPING_BITS = 13;
    private static final long ROWS = (1L << ROW_BITS) - 1;

    private SourceSequence() {}

    /** @param row of a file that begins with the oldest, or another number from 1 that orders events in its stead */
    static Column of(Column nanos, int mapping, Column row) {
        return functions
                .shiftleft(nanos.cast("long"), ROW_BITS + MAPPING_BITS)
                .plus(lit((long) mapping << ROW_BITS))
                .plus(row);
    }

    /** The place of the mapping in a sequence number. */
    static Column mapping(Column sequence) {
        return functions
                .shiftright(sequence, ROW_BITS)
                .bitwiseAND(lit((1L << MAPPING_BITS) - 1))
                .cast("int");
    }

    /** The sequence number of the same row if its file begins with the newest. */
    static Column turned(Column sequence) {
        return sequence.bitwiseXOR(lit(ROWS));
    }
}
