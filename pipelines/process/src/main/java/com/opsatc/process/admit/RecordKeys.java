package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.StreamSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Says which rows are the same record.
 *
 * <p>With a declared key: the text of its columns, each after its length when there are several, so that no two keys
 * look alike. Without: the digest of the row's declared content and how often that content occurred in the file so far;
 * over several files this keeps, of equal rows, as many as the file with most of them has.
 */
final class RecordKeys {
    private RecordKeys() {}

    static Dataset<Row> add(StreamSpec stream, Dataset<Row> rows) {
        return rows.withColumn("_key", neverNull(stream.key().isEmpty() ? occurrence() : declared(stream.key())));
    }

    /** Rows without a key are quarantined before; this tells Spark, so that tables can require the column. */
    private static Column neverNull(Column key) {
        return functions.coalesce(key, lit(""));
    }

    private static Column occurrence() {
        Column nth = functions
                .row_number()
                .over(Window.partitionBy("_file", TypedRows.CONTENT).orderBy("_row"));
        return concat(col(TypedRows.CONTENT), lit("#"), nth.cast(DataTypes.StringType));
    }

    private static Column declared(List<String> key) {
        if (key.size() == 1) {
            return col(key.get(0)).cast(DataTypes.StringType);
        }

        List<Column> parts = new ArrayList<>();
        for (String name : key) {
            Column text = col(name).cast(DataTypes.StringType);
            parts.add(functions.length(text).cast(DataTypes.StringType));
            parts.add(lit(":"));
            parts.add(text);
        }

        return concat(parts.toArray(new Column[0]));
    }
}
