package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.ColumnSpec;
import com.opsatc.connector.ColumnType;
import com.opsatc.connector.StreamSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Why a row is kept out: the first of a fault of the whole record (such as ragged), type of a column, required column, key, time before 1970 or after 2099;
 * columns in the order of the connector. A time that far off is a placeholder, such as 9999-12-31, or a slip; one such event
 * would move the date that all figures are computed as of.
 */
final class Quarantine {
    static final String KEY_MISSING = "key-missing";
    static final String TIME_BEFORE_1970 = "time-before-1970";
    static final String TIME_AFTER_2099 = "time-after-2099";
    private static final LocalDate YEAR_2100 = LocalDate.of(2100, 1, 1);

    private Quarantine() {}

    /** The reason code, null for a row that is accepted. */
    static Column reason(StreamSpec stream) {
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
                reasons.add(when(col(column.name()).lt(0), lit(TIME_BEFORE_1970)));
                reasons.add(when(col(column.name()).geq(year2100(column.type())), lit(TIME_AFTER_2099)));
            }
        }

        return functions.coalesce(reasons.toArray(new Column[0]));
    }

    /** Days for dates, microseconds for instants, as {@link TypedRows} has them. */
    private static long year2100(ColumnType type) {
        long days = YEAR_2100.toEpochDay();
        return type == ColumnType.DATE ? days : TimeUnit.DAYS.toMicros(days);
    }
}
