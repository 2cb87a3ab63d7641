package com.opsatc.process.eventlog;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.store.TableSpec;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.TableProperties;
import org.apache.spark.sql.types.StructType;

/**
 * The stored event log of one case notion: what it looks like on disk (architecture decision 9).
 *
 * <p>Rows are partitioned by {@code bucket(N, case_key)} and sorted by (case_key, position); activities are integer codes.
 * Codes and keys never leave a snapshot: documents use names.
 *
 * <pre>
 * case_key  position  activity  activity_lifecycle  start_us  complete_us       file  row  key
 *        0         0         3                   5      null  1293710520000000     0    1  VBELN 4711
 *        0        ~1         1                   2      null  1293712560000000     0    2  VBELN 8001
 * </pre>
 *
 * {@code position} counts from 0; the last event of a case carries its bitwise complement, so that a reader knows, without
 * another column, whether a run of rows is a whole case, wherever a split cut the file. {@code start_us} is null where the
 * source records one instant only. {@code key} is what the system of record calls the cited row; null for nothing.
 */
public final class EventLog {
    public static final String CASE_KEY = "case_key";
    public static final String POSITION = "position";
    public static final String ACTIVITY = "activity";
    public static final String ACTIVITY_LIFECYCLE = "activity_lifecycle";
    public static final String START_US = "start_us";
    public static final String COMPLETE_US = "complete_us";
    public static final String FILE = "file";
    public static final String ROW = "row";
    public static final String KEY = "key";
    /** An opaque number of who or what did it; null where that is not told. */
    public static final String SLOT = CanonicalTables.SLOT;

    public static final StructType SCHEMA = new StructType()
            .add(CASE_KEY, LongType, false)
            .add(POSITION, IntegerType, false)
            .add(ACTIVITY, IntegerType, false)
            .add(ACTIVITY_LIFECYCLE, IntegerType, false)
            .add(START_US, LongType, true)
            .add(COMPLETE_US, LongType, false)
            .add(FILE, IntegerType, false)
            .add(ROW, LongType, false)
            .add(KEY, StringType, true)
            .add(SLOT, LongType, true);

    static final StructType CASES =
            new StructType().add(CASE_KEY, LongType, false).add("case_id", StringType, false);

    static final StructType CODES = new StructType()
            .add("kind", StringType, false)
            .add("code", IntegerType, false)
            .add("name", StringType, false)
            .add("lifecycle", StringType, true);

    /** Buckets of a log; part of its layout, so that a change is a new table, never a silent mixture. */
    public static final int BUCKETS = 8;

    private static final Map<String, String> PROPERTIES =
            plainColumns(CASE_KEY, POSITION, ACTIVITY, ACTIVITY_LIFECYCLE, START_US, COMPLETE_US);

    private EventLog() {}

    public static TableSpec log(String source) {
        return new TableSpec(
                TableSpec.nameOf("log", source), SCHEMA, "bucket(" + BUCKETS + ", " + CASE_KEY + ")", PROPERTIES);
    }

    public static TableSpec cases(String source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("log_case", source), CASES);
    }

    public static TableSpec codes(String source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("log_code", source), CODES);
    }

    /**
     * Columns that a pass reads are written plain and only compressed, in pages of up to 1 MiB: a vectorised reader copies a
     * plain page whole where it would look up every value in a dictionary, and the files are no larger.
     */
    static Map<String, String> plainColumns(String... columns) {
        Map<String, String> properties = new HashMap<>();
        properties.put(TableProperties.PARQUET_PAGE_ROW_LIMIT, "262144");
        for (String column : columns) {
            properties.put(TableProperties.PARQUET_DICT_ENCODING_ENABLED_COLUMN_PREFIX + column, "false");
        }
        return properties;
    }
}
