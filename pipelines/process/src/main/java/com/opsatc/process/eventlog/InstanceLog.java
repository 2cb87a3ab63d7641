package com.opsatc.process.eventlog;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.process.store.TableSpec;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * The activity instances of a log as they are stored: an event log of its own, laid out as {@link EventLog} is, in which an
 * event is an execution from start to completion (definitions 1.5).
 *
 * <pre>
 * case_key  position  activity  start_us  complete_us  suspended_us  suspensions  aborted  start_file  start_row  file  row
 *        0         0         3      null           10             0  none           false        null       null     0    1
 *        0        ~1         1        20           90             5  30 to 35       false           0          3     0    7
 * </pre>
 *
 * {@code file} and {@code row} cite the completion, {@code key} is what the system of record calls that row, {@code start_key}
 * likewise. {@code start_us} and its citation are null where the start is not recorded. Instances of a case are in the order of completion, start, and the completing event's place in the log.
 *
 * <p>What belongs to no such instance is kept beside it, with the reason and the event it cites: {@link #unpaired}.
 */
public final class InstanceLog {
    public static final String SUSPENDED_US = "suspended_us";
    /** When an instance was suspended, as {@code Rests} of the kernel writes it. */
    public static final String RESTS = "suspensions";

    static final String REASON = "reason";
    static final String START_KEY = "start_key";

    static final StructType SCHEMA = new StructType()
            .add(EventLog.CASE_KEY, LongType, false)
            .add(EventLog.POSITION, IntegerType, false)
            .add(EventLog.ACTIVITY, IntegerType, false)
            .add(EventLog.START_US, LongType, true)
            .add(EventLog.COMPLETE_US, LongType, false)
            .add(SUSPENDED_US, LongType, false)
            .add(RESTS, BinaryType, false)
            .add("aborted", BooleanType, false)
            .add("start_file", IntegerType, true)
            .add("start_row", LongType, true)
            .add(EventLog.FILE, IntegerType, false)
            .add(EventLog.ROW, LongType, false)
            .add(START_KEY, StringType, true)
            .add(EventLog.KEY, StringType, true)
            .add(EventLog.SLOT, LongType, true);

    static final StructType UNPAIRED = new StructType()
            .add(EventLog.CASE_KEY, LongType, false)
            .add(REASON, StringType, false)
            .add(EventLog.ACTIVITY, IntegerType, false)
            .add(EventLog.FILE, IntegerType, false)
            .add(EventLog.ROW, LongType, false);

    private static final Map<String, String> PROPERTIES = EventLog.plainColumns(
            EventLog.CASE_KEY,
            EventLog.POSITION,
            EventLog.ACTIVITY,
            EventLog.START_US,
            EventLog.COMPLETE_US,
            SUSPENDED_US,
            RESTS);

    private InstanceLog() {}

    static TableSpec instances(String source) {
        return new TableSpec(
                TableSpec.nameOf("activity_instance", source),
                SCHEMA,
                "bucket(" + EventLog.BUCKETS + ", " + EventLog.CASE_KEY + ")",
                PROPERTIES);
    }

    static TableSpec unpaired(String source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("activity_unpaired", source), UNPAIRED);
    }
}
