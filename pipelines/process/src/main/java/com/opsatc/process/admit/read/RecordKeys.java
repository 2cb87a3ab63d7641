package com.opsatc.process.admit.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.StreamSpec;
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
 * <p>With a declared key: the values of its columns as text, each after its length when there are several, so that no two
 * keys look alike. Without: the digest of the row's declared values and how often they occurred in the file so far. Notation
 * plays no part: {@code 1} and {@code 1.0} are one number.
 */
public final class RecordKeys {
    private RecordKeys() {}

    /** @param repeats whether rows without a key may be equal within a file; where none are, each is its first occurrence */
    static Dataset<Row> add(StreamSpec stream, Dataset<Row> rows, boolean repeats) {
        Column key = stream.key().isEmpty() ? occurrence(repeats) : declared(stream);
        return rows.withColumn("_key", neverNull(key));
    }

    /** Rows without a key are quarantined before; this tells Spark, so that tables can require the column. */
    private static Column neverNull(Column key) {
        return functions.coalesce(key, lit(""));
    }

    private static Column occurrence(boolean repeats) {
        Column nth = repeats
                ? functions
                        .row_number()
                        .over(Window.partitionBy("_file", TypedRows.CONTENT).orderBy("_row"))
                : lit(1);
        return concat(col(TypedRows.CONTENT), lit("#"), nth.cast(DataTypes.StringType));
    }

    private static Column declared(StreamSpec stream) {
        List<String> key = stream.key();
        if (key.size() == 1) {
            return text(stream.columns().get(key.get(0)), "");
        }

        List<Column> parts = new ArrayList<>();
        for (String name : key) {
            Column text = text(stream.columns().get(name), "");
            parts.add(functions.length(text).cast(DataTypes.StringType));
            parts.add(lit(":"));
            parts.add(text);
        }

        return concat(parts.toArray(new Column[0]));
    }

    /**
     * The canonical text of a column's value: a decimal without the zeros that its scale adds.
     *
     * @param prefix of the column's name in the rows
     */
    public static Column text(ColumnSpec column, String prefix) {
        Column text = col(prefix + column.name()).cast(DataTypes.StringType);
        return column.type() == ColumnType.DECIMAL ? functions.regexp_replace(text, "\\.?0+$", "") : text;
    }
}
