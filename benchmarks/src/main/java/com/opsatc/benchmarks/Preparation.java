package com.opsatc.benchmarks;

import static org.apache.spark.sql.functions.expr;

import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.store.AttemptTables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Makes up a log, stores it as a run stores one, and writes the same columns to plain Parquet for the peers. */
final class Preparation {
    private static final String PEER_COLUMNS =
            EventLog.CASE_KEY + ", CASE WHEN position < 0 THEN ~position ELSE position" + " END AS position, "
                    + EventLog.ACTIVITY + ", " + EventLog.START_US + ", " + EventLog.COMPLETE_US;

    private Preparation() {}

    /** Returns the number of events written. */
    static long prepare(Workspace workspace, long seed, long events) {
        try (StoredLog stored = StoredLog.open(workspace)) {
            AttemptTables tables = stored.tables(Map.of());
            long cases = EventLogGenerator.casesFor(events);
            Dataset<Row> generated = stored.session()
                    .range(0, cases, 1, EventLog.BUCKETS)
                    .flatMap(new Cases(seed), Encoders.row(EventLog.SCHEMA));
            Dataset<Row> laidOut = generated
                    .withColumn(
                            "bucket", expr(tables.catalogFunction("bucket") + "(" + EventLog.BUCKETS + ", case_key)"))
                    .repartition(EventLog.BUCKETS, expr("bucket"))
                    .withColumn("place", expr("CASE WHEN position < 0 THEN ~position ELSE position END"))
                    .sortWithinPartitions("bucket", EventLog.CASE_KEY, "place");
            tables.overwrite(EventLog.log(Workspace.SOURCE), laidOut);
            workspace.keepSnapshot(tables.snapshots().get(Workspace.table()));
            Dataset<Row> log = stored.read(workspace);
            log.selectExpr(PEER_COLUMNS.split(", ", -1))
                    .write()
                    .option("compression", "zstd")
                    .parquet(workspace.parquet().toString());
            return log.count();
        }
    }

    /** Events of a case. */
    private static final class Cases implements FlatMapFunction<Long, Row> {
        private static final long serialVersionUID = 1L;

        private final long seed;

        Cases(long seed) {
            this.seed = seed;
        }

        @Override
        public Iterator<Row> call(Long caseKey) {
            List<Row> rows = new ArrayList<>();
            new EventLogGenerator(seed)
                    .generate(
                            caseKey,
                            (key, position, last, activity, completeUs) -> rows.add(RowFactory.create(
                                    key,
                                    last ? ~position : position,
                                    activity,
                                    activity,
                                    null,
                                    completeUs,
                                    0,
                                    rows.size() + 1L,
                                    null)));
            return rows.iterator();
        }
    }
}
