package com.opsatc.process.kpi.measure;

import com.opsatc.process.store.KeptRows;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows, and counts of them, that several KPIs of one process start from, computed once and kept until all are measured. Closing lets go
 * of them.
 */
public final class SharedRows implements AutoCloseable {
    private final Map<Object, KeptRows> byKey = new HashMap<>();
    private final Map<Object, Long> counts = new HashMap<>();

    /** The rows of a key: computed lazily by the first who asks. */
    public Dataset<Row> rows(Object key, Supplier<Dataset<Row>> plan) {
        return byKey.computeIfAbsent(key, unknown -> new KeptRows(plan.get())).rows();
    }

    /** The number of a key: counted by the first who asks. */
    public long count(Object key, LongSupplier counted) {
        return counts.computeIfAbsent(key, unknown -> counted.getAsLong());
    }

    @Override
    public void close() {
        byKey.values().forEach(KeptRows::close);
        byKey.clear();
    }
}
