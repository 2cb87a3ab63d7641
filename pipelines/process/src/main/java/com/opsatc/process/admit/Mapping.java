package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.EventMapping;
import com.opsatc.connector.ObjectMapping;
import com.opsatc.connector.ObjectReference;
import com.opsatc.contract.PipelineException;
import com.opsatc.process.canonical.CanonicalTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Turns the winners of a source's streams into the canonical tables, by the expressions of its connector.
 *
 * <p>Winners must hold every stream of the connector, if only without rows; see {@link Duplicates#winners}. Rows cite
 * system, file digest and row. The tables do not depend on the order or partitioning of the winners.
 */
public final class Mapping {
    private Mapping() {}

    /**
     * Rows of {@link CanonicalTables#OBJECT}; of several records with one type and id the first (file, row) speaks.
     *
     * @throws PipelineException (configuration) for an expression that is not one of a row's values
     */
    public static Dataset<Row> objects(SourceSpec source, Map<String, Dataset<Row>> winners) {
        Dataset<Row> all = none(winners, CanonicalTables.OBJECT);
        for (ObjectMapping mapping : source.connector().objects()) {
            MappedRows rows =
                    new MappedRows(source, "object " + mapping.type(), mapping.stream(), mapping.joins(), winners);
            rows.where(mapping.where());
            rows.withNames("object_id", mapping.id());
            rows.with("attributes", rows.attributes(mapping.attributes()));
            all = all.unionByName(rows.rows()
                    .where(col("object_id").isNotNull())
                    .select(
                            lit(mapping.type()).as("object_type"),
                            col("object_id"),
                            col("attributes"),
                            lit(source.connector().system()).as("system"),
                            col("_file").as("file"),
                            col("_row").as("row")));
        }

        return first(all, "object_type", "object_id");
    }

    /**
     * Rows of {@link CanonicalTables#EVENT}.
     *
     * @throws PipelineException (configuration) for an expression that is not one of a row's values
     */
    public static Dataset<Row> events(SourceSpec source, Map<String, Dataset<Row>> winners) {
        Dataset<Row> all = none(winners, CanonicalTables.EVENT);
        for (int rank = 0; rank < source.connector().events().size(); rank++) {
            EventMapping mapping = source.connector().events().get(rank);
            Dataset<Row> events = conformed(rows(source, rank, winners).rows(), CanonicalTables.EVENT);
            all = all.unionByName(mapping.id() == null ? events : first(events, "event_id"));
        }

        return all;
    }

    /** Rows of {@link CanonicalTables#EVENT_OBJECT}: no two alike. */
    public static Dataset<Row> eventObjects(SourceSpec source, Map<String, Dataset<Row>> winners) {
        Dataset<Row> all = none(winners, CanonicalTables.EVENT_OBJECT);
        for (int rank = 0; rank < source.connector().events().size(); rank++) {
            for (ObjectReference object : source.connector().events().get(rank).objects()) {
                MappedRows rows = rows(source, rank, winners);
                rows.withNames("object_id", object.id());
                rows.with("object_type", lit(object.type()));
                rows.with("qualifier", lit(object.qualifier()).cast("string"));
                all = all.unionByName(
                        conformed(rows.rows().where(col("object_id").isNotNull()), CanonicalTables.EVENT_OBJECT));
            }
        }

        return all.distinct();
    }

    private static MappedRows rows(SourceSpec source, int rank, Map<String, Dataset<Row>> winners) {
        EventMapping mapping = source.connector().events().get(rank);
        MappedRows rows = new MappedRows(source, "event " + (rank + 1), mapping.stream(), mapping.joins(), winners);
        rows.where(mapping.where());
        rows.withNames("case_id", mapping.caseId());
        rows.with("activity", rows.text("activity", mapping.activity()));
        rows.with("time_us", rows.micros("time", mapping.time()));
        rows.with("start_us", rows.micros("start", mapping.start()));
        rows.with("lifecycle", rows.text("lifecycle", mapping.lifecycle()));
        rows.with("attributes", rows.attributes(mapping.attributes()));
        String cited = mapping.cite() == null ? "" : mapping.cite() + ".";
        rows.with("file", col(cited + "_file"));
        rows.with("row", col(cited + "_row"));
        rows.with("system", lit(source.connector().system()));
        rows.with(
                "source_seq",
                SourceSequence.of(FineTimes.nanos(source.connector(), mapping, col("time_us")), rank, col("row")));
        Column record = mapping.id() == null ? col("_key") : rows.text("id", mapping.id());
        rows.with("event_id", eventId(mapping.stream() + "/" + rank, record));
        rows.dropNull("case_id", "activity", "time_us", "row", "event_id");
        return rows;
    }

    /** Of mapping, record and case, each after its length: the same record gives the same id in every delivery. */
    private static Column eventId(String mapping, Column record) {
        List<Column> parts = new ArrayList<>();
        for (Column part : List.of(lit(mapping), record, col("case_id"))) {
            parts.add(functions.length(part).cast("string"));
            parts.add(lit(":"));
            parts.add(part);
        }

        return functions.substring(functions.sha2(functions.concat(parts.toArray(new Column[0])), 256), 1, 32);
    }

    private static Dataset<Row> first(Dataset<Row> rows, String... key) {
        Column[] columns = Arrays.stream(key).map(functions::col).toArray(Column[]::new);
        Column nth = functions.row_number().over(Window.partitionBy(columns).orderBy(col("file"), col("row")));
        return rows.withColumn("_nth", nth).where(col("_nth").equalTo(1)).drop("_nth");
    }

    private static Dataset<Row> none(Map<String, Dataset<Row>> winners, StructType schema) {
        SparkSession session = winners.values().stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Mapping needs the rows of every stream; none are given"))
                .sparkSession();
        return session.createDataFrame(List.of(), schema);
    }

    private static Dataset<Row> conformed(Dataset<Row> rows, StructType schema) {
        return rows.select(
                Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new));
    }
}
