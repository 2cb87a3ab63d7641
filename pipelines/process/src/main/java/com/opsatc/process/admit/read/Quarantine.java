package com.opsatc.process.admit.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.TimeWindow;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.StreamSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Why a row is kept out: the first of a fault of the whole record (such as ragged), a column's text that is none of its type,
 * required column, key, time outside the connector's window; columns in the order of the connector.
 */
final class Quarantine {
    static final String KEY_MISSING = "key-missing";
    static final String TIME_BEFORE = "time-before-";
    static final String TIME_AFTER = "time-after-";

    private Quarantine() {}

    /** The reason code, null for a row that is accepted. */
    static Column reason(StreamSpec stream, TimeWindow times) {
        List<Column> reasons = new ArrayList<>();
        reasons.add(col(TypedRows.FAULT));
        reasons.add(col(TypedRows.INVALID));
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
                reasons.add(when(
                        col(column.name()).lt(beginning(times.from(), column.type())),
                        lit(TIME_BEFORE + times.first())));
                reasons.add(when(
                        col(column.name()).geq(beginning(times.to().plusDays(1), column.type())),
                        lit(TIME_AFTER + times.last())));
            }
        }

        return functions.coalesce(reasons.toArray(new Column[0]));
    }

    /** Days for dates, microseconds for instants, as {@link TypedRows} has them. */
    private static long beginning(LocalDate day, ColumnType type) {
        long days = day.toEpochDay();
        return type == ColumnType.DATE ? days : TimeUnit.DAYS.toMicros(days);
    }
}
