package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which passages and repetitions of a case view are of one object finer than the case (definitions 1.17).
 *
 * <p>A type is finer than the case where each of its objects is touched by events of one case only, and some case has two.
 *
 * @param types the finer types, in the order of their names
 * @param passages edges with an interleaved passage
 * @param repeats activities that are executed again in a case
 */
public record FinerObjects(List<String> types, List<Interleaved> passages, List<Repeated> repeats) {
    public FinerObjects {
        types = List.copyOf(types);
        passages = List.copyOf(passages);
        repeats = List.copyOf(repeats);
    }

    /** How many passages of an edge join events that share no finer object though one of them touches one. */
    public record Interleaved(String from, String to, long n) {}

    /**
     * Executions after another of their case.
     *
     * @param splits those that share no finer object with an earlier one, though they touch one
     * @param reworkCases cases that have another
     */
    public record Repeated(String activity, long splits, long reworkCases) {}

    /**
     * @param events the events of a case log: case_id, activity, time_us, start_us, source_seq, event_id
     * @param objects which event concerns which object: event_id, object_type, object_id
     */
    public static FinerObjects of(Dataset<Row> events, Dataset<Row> objects) {
        Dataset<Row> touching = objects.join(events.select("event_id", "case_id"), "event_id");
        List<String> types = types(touching);
        if (types.isEmpty()) {
            return new FinerObjects(types, List.of(), List.of());
        }

        Dataset<Row> finer = objects.where(col("object_type").isin(types.toArray()))
                .groupBy("event_id")
                .agg(collect_set(struct("object_type", "object_id")).as("_finer"));
        Dataset<Row> all = events.join(finer, events.col("event_id").equalTo(finer.col("event_id")), "left_outer")
                .drop(finer.col("event_id"));
        return new FinerObjects(types, passages(all), repeats(all));
    }

    private static List<String> types(Dataset<Row> touching) {
        TreeMap<String, Boolean> finer = new TreeMap<>();
        touching.groupBy("object_type", "object_id")
                .agg(count_distinct(col("case_id")).as("_cases"))
                .groupBy("object_type")
                .agg(max("_cases"))
                .collectAsList()
                .forEach(row -> finer.put(row.getString(0), row.getLong(1) == 1));
        touching.groupBy("object_type", "case_id")
                .agg(count_distinct(col("object_id")).as("_objects"))
                .groupBy("object_type")
                .agg(max("_objects"))
                .collectAsList()
                .forEach(row -> finer.computeIfPresent(row.getString(0), (type, is) -> is && row.getLong(1) > 1));
        return finer.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Interleaved> passages(Dataset<Row> events) {
        WindowSpec inCase = ordered(Window.partitionBy("case_id"));
        Column both = col("_finer").isNotNull().and(col("_before").isNotNull());
        Column neither = col("_finer").isNull().and(col("_before").isNull());
        Column own = neither.or(both.and(coalesce(arrays_overlap(col("_finer"), col("_before")), lit(false))));
        List<Interleaved> found = new ArrayList<>();
        events.withColumn("_from", lag("activity", 1).over(inCase))
                .withColumn("_before", lag("_finer", 1).over(inCase))
                .where(col("_from").isNotNull().and(own.equalTo(false)))
                .groupBy("_from", "activity")
                .agg(count(lit(1)))
                .orderBy("_from", "activity")
                .collectAsList()
                .forEach(row -> found.add(new Interleaved(row.getString(0), row.getString(1), row.getLong(2))));
        return found;
    }

    /** An execution is rework if it is for one object that an earlier one was for, or if neither touches a finer one. */
    private static List<Repeated> repeats(Dataset<Row> events) {
        Column inCase = row_number().over(ordered(Window.partitionBy("case_id", "activity")));
        Column ofObject = row_number().over(ordered(Window.partitionBy("case_id", "activity", "_object")));
        List<Repeated> found = new ArrayList<>();
        events.withColumn("_nth", inCase)
                .withColumn("_object", explode_outer(col("_finer")))
                .withColumn("_again", ofObject)
                .groupBy("case_id", "activity", "event_id")
                .agg(max("_nth").as("_nth"), max("_again").as("_again"))
                .where("_nth > 1")
                .groupBy("case_id", "activity")
                .agg(
                        sum(when(col("_again").equalTo(1), 1).otherwise(0)).as("_splits"),
                        max(col("_again").gt(1)).as("_rework"))
                .groupBy("activity")
                .agg(sum("_splits"), sum(when(col("_rework"), 1).otherwise(0)))
                .orderBy("activity")
                .collectAsList()
                .forEach(row -> found.add(new Repeated(row.getString(0), row.getLong(1), row.getLong(2))));
        return found;
    }

    /** The total order of definitions 1.1. */
    private static WindowSpec ordered(WindowSpec window) {
        return window.orderBy(
                col("time_us"), coalesce(col("start_us"), col("time_us")), col("source_seq"), col("event_id"));
    }
}
