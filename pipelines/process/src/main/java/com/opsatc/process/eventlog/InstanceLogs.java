package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import com.opsatc.kernel.pairing.Transition;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.KeptRows;
import com.opsatc.process.store.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Builds and stores the activity instances of a stored log, and gives them back with names. */
public final class InstanceLogs {
    /** Reason: an instance that had not ended when the log was written. */
    public static final String OPEN = "open";
    /** Reason: an instance that was withdrawn or skipped before it began. */
    public static final String NEVER_BEGUN = "never-begun";
    /** Reason: a transition that neither begins nor ends an instance, or has none to apply to. */
    public static final String UNMATCHED = "unmatched-transition";

    /** The place of an event in its case, counted from 0. */
    private static final String PLACE = "CASE WHEN " + EventLog.POSITION + " < 0 THEN ~" + EventLog.POSITION + " ELSE "
            + EventLog.POSITION + " END";

    private InstanceLogs() {}

    /**
     * Whether a log tells when work begins: in transitions, or in events that carry a start as well as a completion.
     *
     * @param withStart how many such events there are
     */
    public static boolean tellsStarts(LogCodes codes, long withStart) {
        return withStart > 0 || Lifecycle.of(codes).contains(Transition.START);
    }

    /**
     * Instances that were written.
     *
     * @param rows what both tables have, so that what is made of them reads none
     * @param unpaired how many of each reason belong to no instance, by reason; a reason without any is left out
     */
    public record Written(KeptRows rows, Map<String, Long> unpaired) implements AutoCloseable {
        public Written {
            unpaired = Map.copyOf(unpaired);
        }

        /** The instances, whole cases together and in order. */
        public Dataset<Row> instances() {
            return rows.rows().where("reason IS NULL");
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    /** Writes the instances of the source's log, and what belongs to none, to the attempt; the caller closes the rows. */
    public static Written write(AttemptTables tables, String source, EventLogs.Written log) {
        // The log's rows come in whole cases and in order.
        KeptRows paired = new KeptRows(log.rows()
                .rows()
                .selectExpr(PairedRows.EVENT)
                .mapPartitions(new PairedRows(log.codes()), Encoders.row(PairedRows.SCHEMA)));
        tables.overwrite(InstanceLog.instances(source), paired.rows().where("reason IS NULL"));
        Dataset<Row> unpaired = paired.rows().where("reason IS NOT NULL");
        tables.overwrite(InstanceLog.unpaired(source), unpaired);
        Map<String, Long> counts = new TreeMap<>();
        unpaired.groupBy(InstanceLog.REASON)
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return new Written(paired, counts);
    }

    /** Leaves no instances of an earlier run where the source's log no longer tells when work begins. */
    public static void clear(SparkSession session, AttemptTables tables, String source) {
        for (TableSpec table : List.of(InstanceLog.instances(source), InstanceLog.unpaired(source))) {
            if (tables.has(table)) {
                tables.overwrite(table, session.createDataFrame(List.of(), table.schema()));
            }
        }
    }

    /** The names of the tables that {@link #write} writes. */
    public static List<String> tables(String source) {
        return List.of(
                InstanceLog.instances(source).name(),
                InstanceLog.unpaired(source).name());
    }

    /** The stored instances, whole. */
    public static Dataset<Row> stored(AttemptTables tables, String source) {
        return tables.read(InstanceLog.instances(source));
    }

    /**
     * The instances with names instead of codes: case_id, position, is_last, activity, start_us, complete_us, file, row,
     * start_file, start_row, start_known, key, start_key. Where the start is not recorded, it is the completion.
     */
    public static Dataset<Row> named(
            SparkSession session, AttemptTables tables, String source, LogCodes codes, Written written) {
        Dataset<Row> names = EventLogs.codeRows(session, codes);
        Dataset<Row> activities =
                names.where("kind = 'activity'").selectExpr("code AS activity_code", "name AS activity_name");
        Dataset<Row> files = names.where("kind = 'file'").selectExpr("code AS file_code", "name AS file_name");
        Dataset<Row> startFiles =
                names.where("kind = 'file'").selectExpr("code AS start_file_code", "name AS start_file_name");
        Dataset<Row> instances = written.instances();
        return instances
                .join(tables.read(EventLog.cases(source)), EventLog.CASE_KEY)
                .join(broadcast(activities), instances.col(EventLog.ACTIVITY).equalTo(col("activity_code")))
                .join(broadcast(files), instances.col(EventLog.FILE).equalTo(col("file_code")))
                .join(broadcast(startFiles), instances.col("start_file").equalTo(col("start_file_code")), "left_outer")
                .selectExpr(
                        "case_id",
                        PLACE + " AS position",
                        "position < 0 AS is_last",
                        "activity_name AS activity",
                        "coalesce(start_us, complete_us) AS start_us",
                        "complete_us",
                        "file_name AS file",
                        "row",
                        "coalesce(start_file_name, file_name) AS start_file",
                        "coalesce(start_row, row) AS start_row",
                        "start_us IS NOT NULL AS start_known",
                        EventLog.KEY,
                        "CASE WHEN start_row IS NULL THEN key ELSE start_key END AS start_key");
    }
}
