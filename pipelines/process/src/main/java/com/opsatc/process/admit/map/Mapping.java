package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.process.admit.Duplicates;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.canonical.CanonicalTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * system, file digest, row and its declared key. The tables do not depend on the order or partitioning of the winners.
 */
public final class Mapping {
    private Mapping() {}

    /**
     * Rows of {@link CanonicalTables#OBJECT} with {@link MappedTable#TAGS}, and of each mapping the rows that gave none; of
     * several records with one type and id the first (file, row) speaks.
     *
     * @throws PipelineException (configuration) for an expression that is not one of a row's values
     */
    public static MappedTable objects(SourceSpec source, Map<String, Dataset<Row>> winners) {
        Dataset<Row> all = none(winners, MappedTable.tagged(CanonicalTables.OBJECT));
        for (int rank = 0; rank < source.connector().objects().size(); rank++) {
            ObjectMapping mapping = source.connector().objects().get(rank);
            MappedRows rows =
                    new MappedRows(source, "object " + mapping.type(), mapping.stream(), mapping.joins(), winners);
            rows.with("_ids", rows.names("object_id", mapping.id()));
            rows.with(
                    MappedTable.OUTCOME,
                    outcome(
                            rows.where(mapping.where()),
                            rows.withoutPartner(mapping.where()),
                            rows.withoutPartner(mapping.id()),
                            List.of(MappingCount.NO_ID),
                            List.of("_ids")));
            ordered(rows, mapping);
            rows.with("_cited", CitedKeys.of(source.connector().stream(mapping.stream()), ""));
            rows.with("_ids", when(isMade(), col("_ids")));
            rows.explode("_ids", "object_id", MappedTable.POSITION);
            rows.with(
                    "object_type",
                    mapping.typeFrom() == null ? lit(mapping.type()) : rows.text("object_type", mapping.typeFrom()));
            rows.with("system", lit(source.connector().system()));
            rows.with("file", col("_file"));
            rows.with("row", col("_row"));
            rows.with("key", col("_cited"));
            all = all.unionByName(MappedTable.conformed(rows.rows(), rank, CanonicalTables.OBJECT));
        }

        return new MappedTable(CanonicalTables.OBJECT, first(all, "object_type", "object_id"));
    }

    /**
     * Rows of {@link CanonicalTables#EVENT} with {@link MappedTable#TAGS}, and of each mapping the rows that gave none.
     *
     * @throws PipelineException (configuration) for an expression that is not one of a row's values
     */
    public static MappedTable events(SourceSpec source, Map<String, Dataset<Row>> winners) {
        Dataset<Row> all = none(winners, MappedTable.tagged(CanonicalTables.EVENT));
        for (int rank = 0; rank < source.connector().events().size(); rank++) {
            EventMapping mapping = source.connector().events().get(rank);
            Dataset<Row> events =
                    MappedTable.conformed(rows(source, rank, winners).rows(), rank, CanonicalTables.EVENT);
            all = all.unionByName(mapping.id() == null ? events : first(events, "event_id"));
        }

        return new MappedTable(CanonicalTables.EVENT, all);
    }

    /** Rows of {@link CanonicalTables#EVENT_OBJECT}, no two alike, of events as {@link #events} gives them. */
    public static Dataset<Row> eventObjects(MappedTable events) {
        return events.tagged()
                .where(isMade().or(col(MappedTable.OUTCOME).equalTo(MappedTable.SAME)))
                .select(col("event_id"), functions.inline(col(MappedTable.OBJECTS)))
                .where(col("object_id").isNotNull())
                .distinct();
    }

    /**
     * Rows of {@link CanonicalTables#OBJECT_EVENT}: what happened to each object, by events with a case and by those without,
     * each cited once, by the first row that says so.
     */
    public static Dataset<Row> objectEvents(MappedTable events) {
        List<String> said = List.of("file", "row", "time_us", "start_us", "source_seq", "activity", "key");
        return events.tagged()
                .where(col(MappedTable.OUTCOME).isin(MappedTable.MADE, MappedTable.SAME, MappingCount.NO_CASE))
                .where("_event IS NOT NULL AND activity IS NOT NULL AND time_us IS NOT NULL")
                .select(
                        col(MappedTable.EVENT).as("event_id"),
                        functions
                                .struct(said.stream().map(functions::col).toArray(Column[]::new))
                                .as("_said"),
                        functions.inline(col(MappedTable.OBJECTS)))
                .where("object_type IS NOT NULL AND object_id IS NOT NULL")
                .groupBy("object_type", "object_id", "event_id")
                .agg(functions.min("_said").as("_said"))
                .select("object_type", "object_id", "event_id", "_said.*")
                .selectExpr(CanonicalTables.OBJECT_EVENT.fieldNames());
    }

    private static MappedRows rows(SourceSpec source, int rank, Map<String, Dataset<Row>> winners) {
        EventMapping mapping = source.connector().events().get(rank);
        MappedRows rows = new MappedRows(source, "event " + (rank + 1), mapping.stream(), mapping.joins(), winners);
        String cited = mapping.cite() == null ? "" : mapping.cite() + ".";
        // All that expressions give gets a name that no column of a stream has, for they are read in the stream's
        // names.
        rows.with("_cases", rows.names("case_id", mapping.caseId()));
        rows.with("_activity", rows.text("activity", mapping.activity()));
        rows.with("_time", rows.micros("time", mapping.time()));
        rows.with("_start", rows.micros("start", mapping.start()));
        rows.with("_lifecycle", rows.text("lifecycle", mapping.lifecycle()));
        rows.with("_slot", mapping.slot() == null ? lit(null).cast("long") : col(mapping.slot()));
        rows.with("_attributes", rows.attributes(mapping.attributes()));
        rows.with("_record", mapping.id() == null ? col("_key") : rows.text("id", mapping.id()));
        rows.with("_at_row", col(cited + "_row"));
        rows.with(
                "_cited",
                CitedKeys.of(
                        source.connector().stream(mapping.cite() == null ? mapping.stream() : mapping.cite()), cited));
        rows.with(
                MappedTable.OUTCOME,
                outcome(
                        rows.where(mapping.where()),
                        rows.withoutPartner(mapping.where()),
                        rows.withoutPartner(mapping.caseId(), mapping.activity(), mapping.time(), mapping.id(), cited),
                        List.of(
                                MappingCount.NO_CASE,
                                MappingCount.NO_ACTIVITY,
                                MappingCount.NO_TIME,
                                MappingCount.NO_ID,
                                MappingCount.NO_PARTNER),
                        List.of("_cases", "_activity", "_time", "_record", "_at_row")));
        rows.with("_cases", when(isMade(), col("_cases")));
        if (!mapping.objects().isEmpty()) {
            rows.with(
                    MappedTable.OBJECTS,
                    functions.flatten(functions.array(
                            mapping.objects().stream().map(rows::objects).toArray(Column[]::new))));
        }

        rows.with("file", col(cited + "_file"));
        rows.with("row", col("_at_row"));
        rows.explode("_cases", "case_id", MappedTable.POSITION);
        rows.with("activity", col("_activity"));
        rows.with("time_us", col("_time"));
        rows.with("start_us", col("_start"));
        rows.with("lifecycle", col("_lifecycle"));
        rows.with("slot", col("_slot"));
        rows.with("attributes", col("_attributes"));
        rows.with("system", lit(source.connector().system()));
        Optional<String> sequence = source.connector().sequence(mapping);
        sequence.ifPresent(expression -> rows.with("_sequence", rows.value("sequence", expression)));
        rows.with(
                "source_seq",
                SourceSequence.of(
                        FineTimes.nanos(source.connector(), mapping, col("time_us")),
                        rank,
                        sequence.isPresent() ? placeAtOneTime(mapping) : col("row")));
        Column place = lit(mapping.stream() + "/" + rank);
        rows.with("event_id", named(place, col("_record"), col("case_id")));
        if (!mapping.objects().isEmpty()) {
            rows.with(MappedTable.EVENT, named(place, col("_record")));
        }

        rows.with("key", col("_cited"));
        return rows;
    }

    /**
     * From 1 in each instant of a case, whatever the files and rows; rows that give no event stay apart. Where events concern
     * objects in each instant of the log, since an object's life may pass through several cases and through none.
     */
    private static Column placeAtOneTime(EventMapping mapping) {
        return functions
                .row_number()
                .over((mapping.objects().isEmpty()
                                ? Window.partitionBy(
                                        col("case_id"), col("time_us"), when(functions.not(isMade()), col("row")))
                                : Window.partitionBy(col("time_us")))
                        .orderBy(
                                col("_sequence").asc_nulls_last(),
                                col("file").asc(),
                                col("row").asc()));
    }

    /** {@link MappedTable#MADE}, or the first reason why a row gives nothing: a value that it needs is null. */
    private static Column outcome(
            Column where,
            Column whereWithoutPartner,
            Column withoutPartner,
            List<String> reasons,
            List<String> needed) {
        Column why = when(where.isNull().and(whereWithoutPartner), MappingCount.NO_PARTNER)
                .when(functions.not(coalesce(where, lit(false))), MappingCount.LEFT_OUT);
        for (int i = 0; i < needed.size(); i++) {
            Column missing = col(needed.get(i)).isNull();
            why = why.when(missing.and(withoutPartner), MappingCount.NO_PARTNER).when(missing, reasons.get(i));
        }

        return why.otherwise(MappedTable.MADE);
    }

    /** Attributes, and the mark of an object whose dates are in an order that cannot be. */
    private static void ordered(MappedRows rows, ObjectMapping mapping) {
        Column dated = lit(0);
        Column broken = lit(0);
        for (int i = 0; i < mapping.dateOrder().size(); i++) {
            Column breaks = rows.breaks(mapping.dateOrder().get(i));
            dated = dated.bitwiseOR(when(breaks.isNotNull(), 1 << i).otherwise(0));
            broken = broken.bitwiseOR(when(breaks, 1 << i).otherwise(0));
        }

        rows.with(MappedTable.DATED, dated);
        rows.with(MappedTable.BROKEN, broken);
        Column attributes = rows.attributes(mapping.attributes());
        Column mark = functions.map(lit(CanonicalTables.IMPOSSIBLE_ORDER), lit("true"));
        rows.with(
                "attributes",
                mapping.dateOrder().isEmpty()
                        ? attributes
                        : when(
                                        col(MappedTable.BROKEN).notEqual(0),
                                        mapping.attributes().isEmpty() ? mark : functions.map_concat(attributes, mark))
                                .otherwise(attributes));
    }

    /** Of all parts, each after its length in bytes: the same record gives the same id in every delivery. Null where a part is. */
    private static Column named(Column... all) {
        List<Column> parts = new ArrayList<>();
        for (Column part : all) {
            parts.add(functions.octet_length(part).cast("string"));
            parts.add(lit(":"));
            parts.add(part);
        }

        // Cut as bytes: characters would be counted first, in every text.
        Column digest =
                functions.sha2(concat(parts.toArray(new Column[0])), 256).cast("binary");
        return functions.substring(digest, 1, 32).cast("string");
    }

    /** Of the rows with one key the first makes what they stand for. Rows that give nothing stay apart. */
    private static Dataset<Row> first(Dataset<Row> rows, String... key) {
        List<Column> columns = new ArrayList<>(Arrays.stream(key)
                .map(functions::col)
                .map(each -> when(isMade(), each))
                .toList());
        columns.add(when(functions.not(isMade()), concat(col("file"), lit("/"), col("row"))));
        Column nth = functions
                .row_number()
                .over(Window.partitionBy(columns.toArray(new Column[0])).orderBy(col("file"), col("row")));
        return rows.withColumn("_nth", nth)
                .withColumn(
                        MappedTable.OUTCOME,
                        when(isMade().and(col("_nth").gt(1)), MappedTable.SAME).otherwise(col(MappedTable.OUTCOME)))
                .drop("_nth");
    }

    private static Column isMade() {
        return col(MappedTable.OUTCOME).equalTo(MappedTable.MADE);
    }

    private static Dataset<Row> none(Map<String, Dataset<Row>> winners, StructType schema) {
        SparkSession session = winners.values().stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Mapping needs the rows of every stream; none are given"))
                .sparkSession();
        return session.createDataFrame(List.of(), schema);
    }
}
