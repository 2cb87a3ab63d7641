package com.opsatc.process.eventlog;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Numbers the events of each case: rows arrive with whole cases together and in total order.
 *
 * <p>One row is held back, because only the next one shows whether it was its case's last.
 *
 * <pre>
 * in:  case_key 7, 7, 8      out: position 0, ~1, ~0
 * </pre>
 */
final class Positions implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(Iterator<Row> sorted) {
        return new Iterator<>() {
            private Row held = sorted.hasNext() ? sorted.next() : null;
            private int position;

            @Override
            public boolean hasNext() {
                return held != null;
            }

            @Override
            public Row next() {
                Row current = held;
                held = sorted.hasNext() ? sorted.next() : null;
                boolean last = held == null || held.getLong(0) != current.getLong(0);
                Row numbered = numbered(current, last ? ~position : position);
                position = last ? 0 : position + 1;
                return numbered;
            }
        };
    }

    private static Row numbered(Row event, int position) {
        return RowFactory.create(
                event.getLong(0),
                position,
                event.getInt(1),
                event.getInt(2),
                event.isNullAt(3) ? null : event.getLong(3),
                event.getLong(4),
                event.getInt(5),
                event.getLong(6),
                event.getString(7),
                event.isNullAt(8) ? null : event.getLong(8));
    }
}
