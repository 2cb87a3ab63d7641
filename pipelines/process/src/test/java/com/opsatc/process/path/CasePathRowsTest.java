package com.opsatc.process.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class CasePathRowsTest {
    /** Spark's iterator over kept rows reads past its batch where it is not asked first whether there is a next row. */
    @Test
    void call_rowsThatMustBeAskedForFirst_areAskedForBeforeEach() {
        List<Row> events = List.of(event(7, 0, 3, 10), event(7, 1, 0, 20), event(7, ~2, 3, 30), event(8, ~0, 1, 5));
        Iterator<Row> cases = new CasePathRows(List.of("f")).call(new Iterator<>() {
            private int at;
            private boolean asked;

            @Override
            public boolean hasNext() {
                asked = true;
                return at < events.size();
            }

            @Override
            public Row next() {
                assertThat(asked).as("asked before row " + at).isTrue();
                asked = false;
                return events.get(at++);
            }
        });

        List<String> paths = new ArrayList<>();
        cases.forEachRemaining(row -> paths.add(row.getLong(0) + ": " + row.getString(9) + ", " + row.getLong(8)
                + " events, to row " + row.getLong(5) + " at " + row.getLong(7)));
        assertThat(paths).containsExactly("7: 3 0 3, 3 events, to row 30 at 30", "8: 1, 1 events, to row 5 at 5");
    }

    /** case_key, position, activity, complete_us, file, row, key. */
    private static Row event(long caseKey, int position, int activity, long us) {
        return RowFactory.create(caseKey, position, activity, us, 0, us, null);
    }
}
