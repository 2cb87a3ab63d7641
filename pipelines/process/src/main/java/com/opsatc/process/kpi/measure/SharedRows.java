package com.opsatc.process.kpi.measure;

import com.opsatc.process.store.KeptRows;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that several KPIs of one process start from, computed once and kept until all are measured. Closing lets go of them.
 */
public final class SharedRows implements AutoCloseable {
    private final Map<Object, KeptRows> byKey = new HashMap<>();

    /** The rows of a key: computed lazily by the first who asks. */
    public Dataset<Row> rows(Object key, Supplier<Dataset<Row>> plan) {
        return byKey.computeIfAbsent(key, unknown -> new KeptRows(plan.get())).rows();
    }

    @Override
    public void close() {
        byKey.values().forEach(KeptRows::close);
        byKey.clear();
    }
}
