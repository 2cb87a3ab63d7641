package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.process.store.KeptRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a canonical table that mappings made, beside those of which they made nothing: every row of a stream is here once
 * for each mapping of it, and again for every further name of a list.
 *
 * @param schema of the canonical table
 * @param tagged its columns, null where a row gave nothing, and {@link #TAGS}
 */
public record MappedTable(StructType schema, Dataset<Row> tagged) {
    /** Position of the mapping in its connector's list. */
    static final String MAPPING = "_mapping";
    /** {@link #MADE}, {@link #SAME}, or a reason of {@link com.opsatc.contract.quality.MappingCount}. */
    static final String OUTCOME = "_outcome";
    /** 0 for a row, or the first name of its list. */
    static final String POSITION = "_position";
    /** Bits of the mapping's date orders: both dates are known. */
    static final String DATED = "_dated";
    /** Bits of the mapping's date orders: the later date is before the earlier. */
    static final String BROKEN = "_broken";

    /** What an event concerns: objects by type, id and what they are to the event; null for none. */
    static final String OBJECTS = "_concerns";

    /** Names an event whatever cases it belongs to, none included; null for an object. */
    static final String EVENT = "_event";

    static final String MADE = "made";
    /** Another row made what this one stands for as well. */
    static final String SAME = "same";

    static final StructType TAGS = new StructType()
            .add(MAPPING, DataTypes.IntegerType)
            .add(OUTCOME, DataTypes.StringType)
            .add(POSITION, DataTypes.IntegerType)
            .add(MappedRows.LOOKED, DataTypes.IntegerType)
            .add(MappedRows.FOUND, DataTypes.IntegerType)
            .add(DATED, DataTypes.IntegerType)
            .add(BROKEN, DataTypes.IntegerType)
            .add(EVENT, DataTypes.StringType)
            .add(
                    OBJECTS,
                    DataTypes.createArrayType(new StructType()
                            .add("object_type", DataTypes.StringType)
                            .add("object_id", DataTypes.StringType)
                            .add("qualifier", DataTypes.StringType)));

    /** The rows of the canonical table. */
    public Dataset<Row> made() {
        return tagged.where(col(OUTCOME).equalTo(MADE))
                .select(Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new));
    }

    /** The same rows, kept; close the second to free them. */
    public MappedTable over(KeptRows kept) {
        return new MappedTable(schema, kept.rows());
    }

    static StructType tagged(StructType schema) {
        StructType all = schema;
        for (org.apache.spark.sql.types.StructField tag : TAGS.fields()) {
            all = all.add(tag);
        }

        return all;
    }

    /** Rows of one mapping in the shape of the table. */
    static Dataset<Row> conformed(Dataset<Row> rows, int mapping, StructType schema) {
        List<String> present = List.of(rows.columns());
        List<Column> columns = new ArrayList<>();
        for (String name : schema.fieldNames()) {
            columns.add(col(name));
        }

        columns.add(lit(mapping).as(MAPPING));
        columns.add(col(OUTCOME));
        columns.add(coalesce(col(POSITION), lit(0)).as(POSITION));
        columns.add(col(MappedRows.LOOKED));
        columns.add(col(MappedRows.FOUND));
        for (String bits : List.of(DATED, BROKEN)) {
            columns.add(present.contains(bits) ? col(bits) : lit(0).as(bits));
        }
        Column event = present.contains(EVENT) ? col(EVENT) : lit(null);
        columns.add(event.cast(DataTypes.StringType).as(EVENT));
        // Of one type to the last detail, or Spark's optimizer loses the column of a union on its way down.
        Column objects = present.contains(OBJECTS) ? col(OBJECTS) : lit(null);
        columns.add(objects.cast(TAGS.apply(OBJECTS).dataType()).as(OBJECTS));

        return rows.select(columns.toArray(new Column[0]));
    }
}
