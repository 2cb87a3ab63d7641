package com.opsatc.process.store;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;

/**
 * Rows that are computed once, on first use, and kept in memory, on disk where they do not fit, until this is closed.
 *
 * <p>Spark checks the whole plan below every new step again. What is made of kept rows is planned from here on, as if they were
 * a table, so that the way to them is planned once.
 */
public final class KeptRows implements AutoCloseable {
    private final Dataset<Row> computed;
    private final Dataset<Row> rows;

    public KeptRows(Dataset<Row> computed) {
        this.computed = computed.persist();
        InMemoryRelation kept = computed.sparkSession()
                .sharedState()
                .cacheManager()
                .lookupCachedData(computed)
                .get()
                .cachedRepresentation();
        this.rows = Dataset.ofRows(
                computed.sparkSession(),
                kept.withOutput(computed.queryExecution().analyzed().output()));
    }

    public Dataset<Row> rows() {
        return rows;
    }

    /** Frees them; whoever reads them afterwards computes them again. */
    @Override
    public void close() {
        computed.unpersist();
    }
}
