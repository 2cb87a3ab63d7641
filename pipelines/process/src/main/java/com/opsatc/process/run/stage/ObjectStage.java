package com.opsatc.process.run.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.measure.ObjectMeasures;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.bottleneck.ObjectFacts;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.eventlog.FinerObjects;
import com.opsatc.process.eventlog.ObjectLogs;
import com.opsatc.process.mine.ViewPass;
import com.opsatc.process.store.AttemptTables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/** From a log whose records tell their objects to a view of each object type, and to what the case view says wrongly. */
public final class ObjectStage {
    private ObjectStage() {}

    /**
     * What objects tell of a process.
     *
     * @param views one for each type, in the order of their names
     * @param finer what there is of passages between objects finer than the case
     */
    public record MinedObjects(List<MinedProcess> views, FinerObjects finer) {
        public MinedObjects {
            views = List.copyOf(views);
        }
    }

    /** Empty where no source's records tell their objects. */
    public static Optional<MinedObjects> run(
            SparkSession session, AttemptTables tables, String process, MergedLog merged) {
        Optional<Dataset<Row>> events = merged.objectEvents(tables);
        if (events.isEmpty()) {
            return Optional.empty();
        }

        try (EventLogs.Written log = ObjectLogs.write(session, tables, merged.name(), events.get())) {
            List<String> activities = log.codes().activities();
            List<String> types = ObjectLogs.types(log.codes());
            CasePass pass =
                    new CasePass(activities.size(), log.codes().classes().size());
            ObjectMeasures measures =
                    ObjectMeasures.in(pass, types.size(), ObjectLogs.typeOfClass(log.codes()), activities.size());
            List<MinedLog> mined = measures.of(ViewPass.over(
                    tables.read(EventLog.log(ObjectLogs.nameOf(merged.name()))), /* classified= */ true, pass));
            Map<String, Map<String, ObjectFacts.Touched>> touched = touched(events.get());
            List<MinedProcess> views = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                views.add(new MinedProcess(
                        process,
                        "object",
                        LogView.OBJECT,
                        mined.get(i),
                        activities,
                        Optional.empty(),
                        ObjectFacts.of(types.get(i), touched.get(types.get(i)))));
            }

            return Optional.of(new MinedObjects(views, FinerObjects.of(merged.events(), merged.eventObjects(tables))));
        }
    }

    /** By type and activity: events once each, and how long the first of an event's objects waited for the last. */
    private static Map<String, Map<String, ObjectFacts.Touched>> touched(Dataset<Row> events) {
        Dataset<Row> before = events.withColumn(
                "_before",
                lag("time_us", 1)
                        .over(Window.partitionBy("object_type", "object_id")
                                .orderBy(
                                        col("time_us"),
                                        coalesce(col("start_us"), col("time_us")),
                                        col("source_seq"),
                                        col("event_id"))));
        Map<String, DurationFigures> waits = new HashMap<>();
        before.groupBy("activity", "event_id")
                .agg(
                        max("_before").minus(min("_before")).as("_wait"),
                        count("_before").as("_n"))
                .where("_n > 1")
                .groupBy("activity")
                .agg(count(lit(1)), sum("_wait"), expr("percentile(_wait, array(0.5D, 0.9D))"))
                .collectAsList()
                .forEach(row -> waits.put(row.getString(0), figures(row)));
        Map<String, Map<String, ObjectFacts.Touched>> touched = new HashMap<>();
        events.groupBy("object_type", "activity")
                .agg(count_distinct(col("event_id")))
                .collectAsList()
                .forEach(row -> touched.computeIfAbsent(row.getString(0), type -> new HashMap<>())
                        .put(row.getString(1), new ObjectFacts.Touched(row.getLong(2), waits.get(row.getString(1)))));
        return touched;
    }

    private static DurationFigures figures(Row row) {
        List<Double> quantiles = row.getList(3);
        long n = row.getLong(1);
        long sumUs = row.getLong(2);
        return new DurationFigures(
                n,
                sumUs,
                new BigDecimal(sumUs)
                        .divide(new BigDecimal(n), 0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                (long) Math.rint(quantiles.get(0)),
                (long) Math.rint(quantiles.get(1)));
    }
}
