package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.TableSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The objects' own lives as an event log: a case is an object, and an event stands in the life of every object that it touches
 * (definitions 1.17). Laid out as {@link EventLog} is, with the object's type where a log has the transition.
 *
 * <p>The order within an object is that of a case: time, start, the source's sequence, event.
 */
public final class ObjectLogs {
    private ObjectLogs() {}

    /** Names the tables; no source has such a name. */
    public static String nameOf(String source) {
        return source + "--objects";
    }

    /** The tables that {@link #write} writes, the lives first. */
    public static List<TableSpec> tables(String source) {
        String name = nameOf(source);
        return List.of(EventLog.log(name), EventLog.cases(name), EventLog.codes(name));
    }

    /**
     * Writes the lives of all objects to the attempt; the caller closes the rows.
     *
     * @param events as {@link com.opsatc.process.canonical.CanonicalTables#OBJECT_EVENT} has them
     */
    public static EventLogs.Written write(
            SparkSession session, AttemptTables tables, String source, Dataset<Row> events) {
        Dataset<Row> lives = events.select(
                concat(length(col("object_type")).cast("string"), lit(":"), col("object_type"), col("object_id"))
                        .as("case_id"),
                col("activity"),
                col("object_type").as("lifecycle"),
                col("start_us"),
                col("time_us"),
                col("source_seq"),
                col("event_id"),
                col("file"),
                col("row"),
                col("key"),
                // Why objects wait is not asked: who did something is known of the case's view alone.
                lit(null).cast("long").as(EventLog.SLOT));
        return EventLogs.write(session, tables, nameOf(source), lives);
    }

    /** The types of all objects that events touch, in the order of their names. */
    public static List<String> types(LogCodes codes) {
        return codes.classes().stream()
                .map(LogCodes.ActivityClass::lifecycle)
                .distinct()
                .sorted()
                .toList();
    }

    /** By the code of an activity with a type: the type's place in {@link #types}. */
    public static int[] typeOfClass(LogCodes codes) {
        List<String> types = types(codes);
        return codes.classes().stream()
                .mapToInt(each -> types.indexOf(each.lifecycle()))
                .toArray();
    }
}
