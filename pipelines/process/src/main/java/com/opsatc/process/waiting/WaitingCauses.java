package com.opsatc.process.waiting;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.waiting.CauseTotals;
import com.opsatc.kernel.waiting.Concurrency;
import com.opsatc.process.eventlog.EventLog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The waiting time of a log of activity instances by transition and cause (definitions 1.6), and its queues (1.8). */
public final class WaitingCauses {
    private WaitingCauses() {}

    /**
     * @param instances whole cases together and in order, in every partition
     * @param clock of working hours; {@link DurationClock#WALL} where none are declared
     * @param periods in which queues are counted
     */
    public static CauseTotals.Found of(
            Dataset<Row> instances, Concurrency concurrency, DurationClock clock, Periods periods) {
        CauseTotals totals = new CauseTotals(periods);
        instances
                .selectExpr(EnabledRows.INSTANCE)
                .mapPartitions(new EnabledRows(concurrency), Encoders.row(EnabledRows.SCHEMA))
                .repartition(EventLog.BUCKETS, coalesce(col("slot"), col("case_key")))
                .sortWithinPartitions("slot", "start_us", "complete_us", "case_key", "place")
                .mapPartitions(new CauseRows(clock, periods), Encoders.BINARY())
                .collectAsList()
                .forEach(totals::merge);
        return totals.finish();
    }
}
