package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.Connector;
import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.process.admit.read.TypedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What the text of an event's time says below a microsecond: it orders events and is no part of a duration. */
final class FineTimes {
    private FineTimes() {}

    /**
     * Nanoseconds, 0 to 999, of the instant column that the mapping's time was taken from: one that its expression names and that
     * has its value; 0 where there is none.
     *
     * @param time the mapped time in microseconds
     */
    static Column nanos(Connector connector, EventMapping mapping, Column time) {
        List<Column> found = new ArrayList<>();
        found(connector, mapping.stream(), "", mapping.time(), time, found);
        for (Join join : mapping.joins()) {
            found(connector, join.stream(), join.stream() + ".", mapping.time(), time, found);
        }

        found.add(lit(0));
        return coalesce(found.toArray(new Column[0]));
    }

    private static void found(
            Connector connector, String stream, String prefix, String expression, Column time, List<Column> found) {
        for (ColumnSpec column : connector.stream(stream).columns().values()) {
            String name = prefix + column.name();
            if (column.type() == ColumnType.INSTANT && names(expression, name)) {
                Column fine =
                        functions.expr(InstantValue.NANOS_SQL.replace("%s", prefix + TypedRows.FINE + column.name()));
                found.add(when(unix_micros(col(name)).equalTo(time), fine));
            }
        }
    }

    private static boolean names(String expression, String name) {
        return Pattern.compile("(?<![a-z0-9_.])" + Pattern.quote(name) + "(?![a-z0-9_.])", Pattern.CASE_INSENSITIVE)
                .matcher(expression)
                .find();
    }
}
