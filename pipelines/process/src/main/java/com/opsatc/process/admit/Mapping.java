package com.opsatc.process.admit;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Turns the winners of a source's streams into the canonical tables, by the expressions of its connector. */
public final class Mapping {
    private Mapping() {}

    /** Rows of {@code CanonicalTables.OBJECT}. */
    public static Dataset<Row> objects(SourceSpec source, Map<String, Dataset<Row>> winners) {
        throw new UnsupportedOperationException(source.source() + winners);
    }

    /** Rows of {@code CanonicalTables.EVENT}. */
    public static Dataset<Row> events(SourceSpec source, Map<String, Dataset<Row>> winners) {
        throw new UnsupportedOperationException(source.source() + winners);
    }

    /** Rows of {@code CanonicalTables.EVENT_OBJECT}. */
    public static Dataset<Row> eventObjects(SourceSpec source, Map<String, Dataset<Row>> winners) {
        throw new UnsupportedOperationException(source.source() + winners);
    }
}
