package com.opsatc.process.waiting;

import static org.apache.spark.sql.functions.col;

import com.opsatc.kernel.waiting.FourEyes;
import com.opsatc.process.eventlog.EventLog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** In how many cases of a log pairs of groups of activities were done by different slots; never by which, or in which case. */
public final class DifferentHands {
    private DifferentHands() {}

    /**
     * What was found of each pair, in their order.
     *
     * @param log as it is stored, with codes of activities with their transitions
     */
    public static List<FourEyes.Found> of(Dataset<Row> log, List<HandPair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }

        BitSet codes = new BitSet();
        pairs.forEach(pair -> codes.or(pair.codes()));
        List<FourEyes.Found> found = new ArrayList<>(Collections.nCopies(pairs.size(), FourEyes.Found.NOTHING));
        log.where(col(EventLog.ACTIVITY_LIFECYCLE).isin(codes.stream().boxed().toArray()))
                .select(
                        EventLog.CASE_KEY,
                        EventLog.ACTIVITY_LIFECYCLE,
                        EventLog.START_US,
                        EventLog.COMPLETE_US,
                        EventLog.SLOT)
                .repartition(col(EventLog.CASE_KEY))
                .sortWithinPartitions(EventLog.CASE_KEY)
                .mapPartitions(new HandRows(pairs), Encoders.row(HandRows.SCHEMA))
                .collectAsList()
                .forEach(row -> found.set(
                        row.getInt(0),
                        found.get(row.getInt(0))
                                .plus(new FourEyes.Found(
                                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))));
        return found;
    }
}
