package com.opsatc.process.canonical;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.process.store.TableSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The canonical tables of a source, shaped as OCEL 2.0 shapes a log: objects, events, and which event concerns which
 * object. Every object and event cites the row it was read from: system, file digest, row, and what the system of record calls
 * that row ({@code key}, null for nothing).
 */
public final class CanonicalTables {
    /** Attribute values as text: dates ISO-8601, decimals plain, instants as microseconds since 1970 UTC. */
    private static final org.apache.spark.sql.types.DataType ATTRIBUTES =
            DataTypes.createMapType(StringType, StringType, /* valueContainsNull= */ true);

    /** The attribute that marks an object whose dates are in an order that cannot be; no attribute of a connector has its name. */
    public static final String IMPOSSIBLE_ORDER = "impossible-order";

    /** Of an event: an opaque number of who or what did it, null where that is not told; never in a document or a digest. */
    public static final String SLOT = "slot";

    public static final StructType OBJECT = new StructType()
            .add("object_type", StringType, false)
            .add("object_id", StringType, false)
            .add("attributes", ATTRIBUTES, true)
            .add("system", StringType, false)
            .add("file", StringType, false)
            .add("row", LongType, false)
            .add("key", StringType, true);

    public static final StructType EVENT = new StructType()
            .add("event_id", StringType, false)
            .add("case_id", StringType, false)
            .add("activity", StringType, false)
            .add("lifecycle", StringType, true)
            .add("start_us", LongType, true)
            .add("time_us", LongType, false)
            .add("source_seq", LongType, false)
            .add("attributes", ATTRIBUTES, true)
            .add("system", StringType, false)
            .add("file", StringType, false)
            .add("row", LongType, false)
            .add("key", StringType, true)
            .add(SLOT, LongType, true);

    public static final StructType EVENT_OBJECT = new StructType()
            .add("event_id", StringType, false)
            .add("object_type", StringType, false)
            .add("object_id", StringType, false)
            .add("qualifier", StringType, true);

    /** What happened to each object; one event stands in the life of every object that it touches, whatever its cases. */
    public static final StructType OBJECT_EVENT = new StructType()
            .add("object_type", StringType, false)
            .add("object_id", StringType, false)
            .add("event_id", StringType, false)
            .add("activity", StringType, false)
            .add("start_us", LongType, true)
            .add("time_us", LongType, false)
            .add("source_seq", LongType, false)
            .add("file", StringType, false)
            .add("row", LongType, false)
            .add("key", StringType, true);

    private CanonicalTables() {}

    public static TableSpec objects(String source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("object", source), OBJECT);
    }

    public static TableSpec events(String source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("event", source), EVENT).distinct("event_id");
    }

    public static TableSpec objectEvents(String source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("object_event", source), OBJECT_EVENT);
    }

    public static TableSpec eventObjects(String source) {
        return TableSpec.unpartitioned(TableSpec.nameOf("event_object", source), EVENT_OBJECT);
    }
}
