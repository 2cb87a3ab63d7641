package com.opsatc.process.admit.read;

import com.opsatc.connector.TimeWindow;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.StreamSpec;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Why a row is kept out: the first of a fault of the whole record (such as ragged), a column's text that is none of its type,
 * required column, key, time outside the connector's window; columns in the order of the connector.
 */
final class Quarantine implements Serializable {
    static final String KEY_MISSING = "key-missing";
    static final String TIME_BEFORE = "time-before-";
    static final String TIME_AFTER = "time-after-";

    private static final long serialVersionUID = 1L;

    private final List<ColumnSpec> columns;
    private final List<String> key;
    private final List<Dated> dated = new ArrayList<>();
    private final String before;
    private final String after;

    /** @param place of an instant or date in a row, and the window in the unit that it has there */
    private record Dated(int place, long from, long to) implements Serializable {}

    Quarantine(StreamSpec stream, TimeWindow times) {
        columns = List.copyOf(stream.columns().values());
        key = stream.key();
        before = TIME_BEFORE + times.first();
        after = TIME_AFTER + times.last();
        for (int i = 0; i < columns.size(); i++) {
            ColumnType type = columns.get(i).type();
            if (type == ColumnType.INSTANT || type == ColumnType.DATE) {
                dated.add(new Dated(
                        i, beginning(times.from(), type), beginning(times.to().plusDays(1), type)));
            }
        }
    }

    /**
     * The reason's code, null for a row that is accepted.
     *
     * @param told of the record or a column's text already; null for nothing
     * @param values of the columns, as {@link TypedRows} has them
     */
    String reason(String told, Object[] values) {
        if (told != null) {
            return told;
        }

        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).required() && values[i] == null) {
                return "required:" + columns.get(i).name();
            }
        }

        for (int i = 0; i < columns.size(); i++) {
            if (values[i] == null && key.contains(columns.get(i).name())) {
                return KEY_MISSING;
            }
        }

        return outside(values);
    }

    private String outside(Object[] values) {
        for (Dated column : dated) {
            if (values[column.place()] != null) {
                long value = ((Number) values[column.place()]).longValue();
                if (value < column.from()) {
                    return before;
                }
                if (value >= column.to()) {
                    return after;
                }
            }
        }

        return null;
    }

    /** Days for dates, microseconds for instants, as {@link TypedRows} has them. */
    private static long beginning(LocalDate day, ColumnType type) {
        long days = day.toEpochDay();
        return type == ColumnType.DATE ? days : TimeUnit.DAYS.toMicros(days);
    }
}
