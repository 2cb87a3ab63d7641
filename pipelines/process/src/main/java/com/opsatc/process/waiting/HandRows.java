package com.opsatc.process.waiting;

import com.opsatc.kernel.waiting.FourEyes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Holds pairs of groups against the cases of a task: one row of counts for each pair, by its place. No slot leaves a task.
 *
 * <p>In: case_key, code, start_us, complete_us, slot; all of a case next to each other.
 */
final class HandRows implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 12;

    static final StructType SCHEMA = new StructType()
            .add("pair", DataTypes.IntegerType, false)
            .add("kept", DataTypes.LongType, false)
            .add("broken", DataTypes.LongType, false)
            .add("undecided", DataTypes.LongType, false)
            .add("told", DataTypes.LongType, false);

    private final List<HandPair> pairs;

    HandRows(List<HandPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        List<FourEyes> rules = pairs.stream()
                .map(pair -> new FourEyes(pair.first(), pair.second()))
                .toList();
        boolean any = false;
        long caseKey = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (any && row.getLong(0) != caseKey) {
                rules.forEach(FourEyes::endCase);
            }

            any = true;
            caseKey = row.getLong(0);
            int month = month(row);
            Long slot = row.isNullAt(4) ? null : (Long) row.getLong(4);
            rules.forEach(rule -> rule.event(row.getInt(1), slot, month));
        }
        rules.forEach(FourEyes::endCase);
        List<Row> counts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            FourEyes.Found found = rules.get(i).found();
            counts.add(RowFactory.create(i, found.kept(), found.broken(), found.undecided(), found.told()));
        }
        return counts.iterator();
    }

    /** That of an event which began and ended in one, in UTC, as slots are numbered. */
    private static int month(Row row) {
        int ended = month(row.getLong(3));
        return row.isNullAt(2) || month(row.getLong(2)) == ended ? ended : FourEyes.NO_MONTH;
    }

    private static int month(long us) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(us, 1_000_000L)), ZoneOffset.UTC);
        return day.getYear() * MONTHS + day.getMonthValue();
    }
}
