package com.opsatc.process.crosscheck;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.store.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The canonical tables of a process as a run names them, under the names that the scripts use. What several sources deliver alike
 * counts once: the record of the least file digest and row.
 *
 * @param snapshots of the run, by table
 */
record CheckedTables(SparkSession session, String catalog, Map<String, Long> snapshots) {
    private static final String NAMESPACE = "t";

    /**
     * Gives the scripts the tables of a process.
     *
     * @throws PipelineException (store) where the run names no event table of it
     */
    void show(List<String> sources) {
        if (!shown("checked_event", sources, CanonicalTables::events, "event_id")) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot check a run by SQL: it names no event table of source " + sources.get(0)
                            + "; run the tenant again");
        }

        if (!shown(
                "checked_object_event", sources, CanonicalTables::objectEvents, "object_type, object_id, event_id")) {
            session.createDataFrame(List.of(), CanonicalTables.OBJECT_EVENT)
                    .createOrReplaceTempView("checked_object_event");
        }
    }

    /** Whether the run names such a table of any source. */
    private boolean shown(String view, List<String> sources, Function<String, TableSpec> table, String key) {
        List<Dataset<Row>> parts = sources.stream()
                .map(source -> table.apply(source).name())
                .filter(snapshots::containsKey)
                .map(name -> session.read()
                        .option("snapshot-id", snapshots.get(name))
                        .table(catalog + "." + NAMESPACE + "." + name))
                .toList();
        if (parts.isEmpty()) {
            return false;
        }

        Dataset<Row> all = parts.stream().reduce(Dataset::unionByName).orElseThrow();
        if (parts.size() == 1) {
            all.createOrReplaceTempView(view);
            return true;
        }

        all.createOrReplaceTempView(view + "_delivered");
        session.sql("SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY " + key
                        + " ORDER BY file, row) AS nth FROM " + view + "_delivered) WHERE nth = 1")
                .createOrReplaceTempView(view);
        return true;
    }
}
