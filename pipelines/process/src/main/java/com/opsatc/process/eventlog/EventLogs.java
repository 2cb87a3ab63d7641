package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.opsatc.process.eventlog.LogCodes.ActivityClass;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.KeptRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Builds and stores the event log of a source from its canonical events, and gives it back with names.
 *
 * <p>Input events: case_id, activity, lifecycle, start_us, time_us, source_seq, event_id, file, row, key. The total order
 * within a case is (time_us, start_us or time_us, source_seq, event_id): identical re-runs whatever the partitioning
 * (definitions 1.1). No events give an empty log.
 */
public final class EventLogs {
    private EventLogs() {}

    /**
     * A log that was written.
     *
     * @param rows what the table has, still in whole cases and total order, so that what is made of them reads no table
     */
    public record Written(LogCodes codes, KeptRows rows) implements AutoCloseable {
        @Override
        public void close() {
            rows.close();
        }
    }

    /** Writes log, case names and codes of the source to the attempt; the caller closes the rows. */
    public static Written write(SparkSession session, AttemptTables tables, String source, Dataset<Row> events) {
        LogCodes codes = codes(events);
        tables.overwrite(EventLog.cases(source), cases(session, events));
        tables.overwrite(EventLog.codes(source), codeRows(session, codes));
        KeptRows rows = new KeptRows(log(session, tables, events, tables.read(EventLog.cases(source)), codes));
        tables.overwrite(EventLog.log(source), rows.rows());
        return new Written(codes, rows);
    }

    /**
     * The log with names instead of codes: case_id, position, is_last, activity, lifecycle, start_us, complete_us, file, row,
     * start_file, start_row, start_known, key, start_key. An event is cited for its start as well as for its completion.
     */
    public static Dataset<Row> named(SparkSession session, AttemptTables tables, String source, Written log) {
        Dataset<Row> names = codeRows(session, log.codes());
        Dataset<Row> classes =
                names.where("kind = 'class'").selectExpr("code AS activity_lifecycle", "name AS activity", "lifecycle");
        Dataset<Row> files = names.where("kind = 'file'").selectExpr("code AS file_code", "name AS file");
        return log.rows()
                .rows()
                .drop(EventLog.ACTIVITY)
                .withColumnRenamed(EventLog.FILE, "file_code")
                .join(tables.read(EventLog.cases(source)), EventLog.CASE_KEY)
                .join(broadcast(classes), EventLog.ACTIVITY_LIFECYCLE)
                .join(broadcast(files), "file_code")
                .selectExpr(
                        "case_id",
                        "CASE WHEN position < 0 THEN ~position ELSE position END AS position",
                        "position < 0 AS is_last",
                        "activity",
                        "lifecycle",
                        "coalesce(start_us, complete_us) AS start_us",
                        "complete_us",
                        "file",
                        "row",
                        "file AS start_file",
                        "row AS start_row",
                        "start_us IS NOT NULL AS start_known",
                        EventLog.KEY,
                        EventLog.KEY + " AS start_key");
    }

    private static LogCodes codes(Dataset<Row> events) {
        List<ActivityClass> classes = new ArrayList<>();
        for (Row row : events.select("activity", "lifecycle").distinct().collectAsList()) {
            classes.add(new ActivityClass(row.getString(0), row.getString(1)));
        }

        classes.sort(Comparator.comparing(ActivityClass::activity)
                .thenComparing(ActivityClass::lifecycle, Comparator.nullsFirst(Comparator.naturalOrder())));
        List<String> activities =
                classes.stream().map(ActivityClass::activity).distinct().toList();
        List<String> files = events.select("file").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
        return new LogCodes(activities, classes, files);
    }

    /** Dense keys in the order of the case names. */
    private static Dataset<Row> cases(SparkSession session, Dataset<Row> events) {
        JavaRDD<Row> keyed = events.select("case_id")
                .distinct()
                .orderBy("case_id")
                .toJavaRDD()
                .zipWithIndex()
                .map(pair -> RowFactory.create(pair._2(), pair._1().getString(0)));
        return session.createDataFrame(keyed, EventLog.CASES);
    }

    private static Dataset<Row> log(
            SparkSession session, AttemptTables tables, Dataset<Row> events, Dataset<Row> cases, LogCodes codes) {
        Dataset<Row> names = codeRows(session, codes);
        Dataset<Row> classes =
                names.where("kind = 'class'").selectExpr("code AS activity_lifecycle", "name AS activity", "lifecycle");
        Dataset<Row> activities =
                names.where("kind = 'activity'").selectExpr("code AS activity_code", "name AS activity");
        Dataset<Row> files = names.where("kind = 'file'").selectExpr("code AS file_code", "name AS file");
        Dataset<Row> coded = events.join(cases, "case_id")
                .join(broadcast(activities), "activity")
                .join(
                        broadcast(classes.withColumnRenamed("activity", "class_activity")
                                .withColumnRenamed("lifecycle", "class_lifecycle")),
                        col("activity")
                                .equalTo(col("class_activity"))
                                .and(col("lifecycle").eqNullSafe(col("class_lifecycle"))))
                .join(broadcast(files), "file")
                .withColumn("bucket", expr(tables.catalogFunction("bucket") + "(" + EventLog.BUCKETS + ", case_key)"));
        // One task holds whole buckets, sorted so that each bucket is written as one run of whole cases.
        return coded.repartition(EventLog.BUCKETS, col("bucket"))
                .sortWithinPartitions(
                        col("bucket"),
                        col("case_key"),
                        col("time_us"),
                        expr("coalesce(start_us, time_us)"),
                        col("source_seq"),
                        col("event_id"))
                .select(
                        "case_key",
                        "activity_code",
                        "activity_lifecycle",
                        "start_us",
                        "time_us",
                        "file_code",
                        "row",
                        EventLog.KEY,
                        EventLog.SLOT)
                .mapPartitions(new Positions(), Encoders.row(EventLog.SCHEMA));
    }

    static Dataset<Row> codeRows(SparkSession session, LogCodes codes) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < codes.activities().size(); i++) {
            rows.add(RowFactory.create("activity", i, codes.activities().get(i), null));
        }

        for (int i = 0; i < codes.classes().size(); i++) {
            ActivityClass c = codes.classes().get(i);
            rows.add(RowFactory.create("class", i, c.activity(), c.lifecycle()));
        }

        for (int i = 0; i < codes.files().size(); i++) {
            rows.add(RowFactory.create("file", i, codes.files().get(i), null));
        }

        return session.createDataFrame(rows, EventLog.CODES);
    }
}
