package com.opsatc.process.waiting;

import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.waiting.Concurrency;
import com.opsatc.kernel.waiting.Enabling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Puts beside each activity instance when it was enabled, and by which activity; rows arrive with whole cases together and in order,
 * as {@link #INSTANCE} has them.
 */
final class EnabledRows implements MapPartitionsFunction<Row, Row> {
    static final String[] INSTANCE = {"case_key", "position", "activity", "start_us", "complete_us", "slot"};

    /** {@code enabled_us} and {@code source} are null where nothing enabled it, {@code start_us} where it is not recorded. */
    static final StructType SCHEMA = new StructType()
            .add("slot", DataTypes.LongType, true)
            .add("case_key", DataTypes.LongType, false)
            .add("place", DataTypes.IntegerType, false)
            .add("source", DataTypes.IntegerType, true)
            .add("activity", DataTypes.IntegerType, false)
            .add("enabled_us", DataTypes.LongType, true)
            .add("start_us", DataTypes.LongType, true)
            .add("complete_us", DataTypes.LongType, false);

    private static final long serialVersionUID = 1L;

    private final Concurrency concurrency;

    EnabledRows(Concurrency concurrency) {
        this.concurrency = concurrency;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> instances) {
        return new Iterator<>() {
            private Row held = instances.hasNext() ? instances.next() : null;
            private Iterator<Row> ready = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!ready.hasNext() && held != null) {
                    ready = enabled(nextCase()).iterator();
                }
                return ready.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }

                return ready.next();
            }

            private List<Row> nextCase() {
                List<Row> ofCase = new ArrayList<>();
                long caseKey = held.getLong(0);
                while (held != null && held.getLong(0) == caseKey) {
                    ofCase.add(held);
                    held = instances.hasNext() ? instances.next() : null;
                }
                return ofCase;
            }
        };
    }

    private List<Row> enabled(List<Row> ofCase) {
        EventColumns columns = EventColumns.ofInstances();
        columns.setRows(ofCase.size());
        for (int i = 0; i < ofCase.size(); i++) {
            Row row = ofCase.get(i);
            columns.positions()[i] = row.getInt(1);
            columns.activities()[i] = row.getInt(2);
            columns.startsUs()[i] = row.isNullAt(3) ? EventColumns.UNKNOWN : row.getLong(3);
            columns.completesUs()[i] = row.getLong(4);
        }

        int[] enabledBy = Enabling.of(columns, 0, ofCase.size(), concurrency);
        List<Row> rows = new ArrayList<>(ofCase.size());
        for (int i = 0; i < enabledBy.length; i++) {
            Row row = ofCase.get(i);
            boolean known = enabledBy[i] != Enabling.NONE;
            rows.add(RowFactory.create(
                    row.get(5),
                    row.getLong(0),
                    EventColumns.place(row.getInt(1)),
                    known ? columns.activities()[enabledBy[i]] : null,
                    row.getInt(2),
                    known ? columns.completesUs()[enabledBy[i]] : null,
                    row.get(3),
                    row.getLong(4)));
        }

        return rows;
    }
}
