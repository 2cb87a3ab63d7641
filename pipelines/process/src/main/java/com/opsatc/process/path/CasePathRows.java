package com.opsatc.process.path;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.process.eventlog.EventLog;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * From the rows of a stored log, which are whole cases in their order, to a row for each case: its first and last event, how many
 * there are, and their activities as numbers parted by blanks.
 */
final class CasePathRows implements MapPartitionsFunction<Row, Row> {
    static final String PATH = "path";
    static final StructType SCHEMA = new StructType()
            .add(EventLog.CASE_KEY, LongType, false)
            .add("file", StringType, false)
            .add("row", LongType, false)
            .add("key", StringType, true)
            .add("to_file", StringType, false)
            .add("to_row", LongType, false)
            .add("to_key", StringType, true)
            .add("at_us", LongType, false)
            .add("events", LongType, false)
            .add(PATH, StringType, false);

    private static final long serialVersionUID = 1L;

    private final String[] files;

    /** @param files by their code */
    CasePathRows(List<String> files) {
        this.files = files.toArray(String[]::new);
    }

    /** Rows come as case_key, position, activity, complete_us, file, row, key. */
    @Override
    public Iterator<Row> call(Iterator<Row> events) {
        return new Iterator<>() {
            private final StringBuilder path = new StringBuilder();

            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public Row next() {
                if (!events.hasNext()) {
                    throw new NoSuchElementException("no more cases");
                }

                Row first = events.next();
                Row event = first;
                long count = 1;
                path.setLength(0);
                path.append(first.getInt(2));
                // The last event of a case has the complement of its position. Kept rows go from batch to batch when
                // they are
                // asked whether there are more, and at no other time.
                while (event.getInt(1) >= 0 && events.hasNext()) {
                    event = events.next();
                    path.append(' ').append(event.getInt(2));
                    count++;
                }
                return RowFactory.create(
                        first.getLong(0),
                        files[first.getInt(4)],
                        first.getLong(5),
                        first.getString(6),
                        files[event.getInt(4)],
                        event.getLong(5),
                        event.getString(6),
                        event.getLong(3),
                        count,
                        path.toString());
            }
        };
    }
}
