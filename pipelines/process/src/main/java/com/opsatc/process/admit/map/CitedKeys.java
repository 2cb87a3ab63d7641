package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.spec.Classification;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.process.admit.read.RecordKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a system of record calls a row that a figure cites: the values of its declared key after the names of their columns,
 * {@code VBELN 4711 / POSNR 10}.
 *
 * <p>A stream without a declared key, and one of whose key a column names a person, give none. Values are typed: {@code 10} and
 * {@code 10.0} are one. A text of more than 200 characters is cut.
 */
final class CitedKeys {
    private static final int MOST_CHARACTERS = 200;

    private CitedKeys() {}

    /**
     * Null where a record is missing.
     *
     * @param prefix of the stream's columns: empty, or the name of a joined record and a dot
     */
    static Column of(StreamSpec stream, String prefix) {
        List<ColumnSpec> columns =
                stream.key().stream().map(name -> stream.columns().get(name)).toList();
        if (columns.isEmpty() || columns.stream().anyMatch(CitedKeys::namesAPerson)) {
            return lit(null).cast(DataTypes.StringType);
        }

        List<Column> parts = new ArrayList<>();
        for (ColumnSpec column : columns) {
            parts.add(lit((parts.isEmpty() ? "" : " / ") + header(column) + " "));
            parts.add(RecordKeys.text(column, prefix));
        }

        Column text = concat(parts.toArray(new Column[0]));
        // Characters are counted where there may be too many only.
        return when(octet_length(text).gt(MOST_CHARACTERS), substring(text, 1, MOST_CHARACTERS))
                .otherwise(text);
    }

    private static boolean namesAPerson(ColumnSpec column) {
        return column.classification() == Classification.PII;
    }

    private static String header(ColumnSpec column) {
        return column.from().isEmpty() ? column.name() : String.join(" ", column.from());
    }
}
