package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.ColumnSpec;
import com.opsatc.connector.ColumnType;
import com.opsatc.connector.StreamSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Why a row is kept out: the first of ragged, type of a column, required column, key, time before 1970; columns in the
 * order of the connector.
 */
final class Quarantine {
    static final String RAGGED = "ragged";
    static final String KEY_MISSING = "key-missing";
    static final String TIME_BEFORE_1970 = "time-before-1970";

    private Quarantine() {}

    /** The reason code, null for a row that is accepted. */
    static Column reason(StreamSpec stream) {
        List<Column> reasons = new ArrayList<>();
        reasons.add(when(col(TypedRows.RAGGED), lit(RAGGED)));
        reasons.add(when(col(TypedRows.INVALID).isNotNull(), concat(lit("type:"), col(TypedRows.INVALID))));
        for (ColumnSpec column : stream.columns().values()) {
            if (column.required()) {
                reasons.add(when(col(column.name()).isNull(), lit("required:" + column.name())));
            }
        }

        for (String key : stream.key()) {
            reasons.add(when(col(key).isNull(), lit(KEY_MISSING)));
        }

        for (ColumnSpec column : stream.columns().values()) {
            if (column.type() == ColumnType.INSTANT || column.type() == ColumnType.DATE) {
                reasons.add(when(col(column.name()).lt(0), lit(TIME_BEFORE_1970)));
            }
        }

        return functions.coalesce(reasons.toArray(new Column[0]));
    }
}
