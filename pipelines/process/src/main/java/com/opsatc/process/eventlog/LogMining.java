package com.opsatc.process.eventlog;

import com.opsatc.kernel.log.CursorBlocks;
import com.opsatc.kernel.log.EventBlocks;
import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.kernel.mining.MiningState;
import com.opsatc.kernel.mining.MiningVisitor;
import com.opsatc.kernel.mining.figure.MinedLog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.JavaConverters;

/**
 * Runs the mining visitor once over a stored log, of events or of activity instances: the pass that walks cases in order.
 *
 * <p>Column batches are taken from the scan itself, below the row conversion that Spark puts on top, which is a
 * developer-level interface and therefore used nowhere else; where a plan has no such node, rows give the same result.
 */
public final class LogMining {
    private LogMining() {}

    /**
     * @param log a stored log, whole: rows of {@link EventLog#SCHEMA} as the table has them, in splits of any size
     * @param activityColumn {@link EventLog#ACTIVITY} or {@link EventLog#ACTIVITY_LIFECYCLE}
     */
    public static MinedLog mine(Dataset<Row> log, String activityColumn, MiningPlan plan) {
        Dataset<Row> needed = needed(log, activityColumn);
        SparkPlan physical = columnar(needed.queryExecution().executedPlan());
        if (physical == null) {
            return mineRows(log, activityColumn, plan);
        }

        LogOrdinals ordinals = LogOrdinals.of(names(physical), activityColumn);
        // The plan itself does not travel: its parts do, so that the kernel needs no serialisation for Spark's sake.
        int activities = plan.activities();
        long[] periods = plan.periodStartsUs();
        boolean variants = plan.variants();
        RDD<ColumnarBatch> batches = physical.executeColumnar();
        return finish(
                plan,
                batches.toJavaRDD()
                        .mapPartitions((FlatMapFunction<Iterator<ColumnarBatch>, byte[]>)
                                task -> visited(new BatchBlocks(task, ordinals), activities, periods, variants))
                        .collect());
    }

    /** As {@link #mine}, over rows. */
    static MinedLog mineRows(Dataset<Row> log, String activityColumn, MiningPlan plan) {
        Dataset<Row> needed = needed(log, activityColumn);
        LogOrdinals ordinals = LogOrdinals.of(List.of(needed.columns()), activityColumn);
        int activities = plan.activities();
        long[] periods = plan.periodStartsUs();
        boolean variants = plan.variants();
        RDD<InternalRow> rows = needed.queryExecution().toRdd();
        return finish(
                plan,
                rows.toJavaRDD()
                        .mapPartitions((FlatMapFunction<Iterator<InternalRow>, byte[]>) task ->
                                visited(new CursorBlocks(new RowCursor(task, ordinals)), activities, periods, variants))
                        .collect());
    }

    private static Dataset<Row> needed(Dataset<Row> log, String activityColumn) {
        return log.select(
                EventLog.CASE_KEY, EventLog.POSITION, activityColumn, EventLog.START_US, EventLog.COMPLETE_US);
    }

    private static Iterator<byte[]> visited(
            EventBlocks blocks, int activities, long[] periodStartsUs, boolean variants) {
        MiningVisitor visitor = new MiningVisitor(new MiningPlan(activities, periodStartsUs, variants));
        visitor.visit(blocks);
        return List.of(visitor.state().toBytes()).iterator();
    }

    private static MinedLog finish(MiningPlan plan, List<byte[]> states) {
        Stream<MiningState> parts = states.parallelStream().map(MiningState::fromBytes);
        return MiningState.mergeAll(
                        Stream.concat(Stream.of(MiningState.empty(plan)), parts).toList())
                .finish();
    }

    private static SparkPlan columnar(SparkPlan plan) {
        SparkPlan node = plan;
        while (!node.supportsColumnar()) {
            if (node.children().size() != 1) {
                return null;
            }

            node = node.children().head();
        }

        return node;
    }

    private static List<String> names(SparkPlan plan) {
        List<String> names = new ArrayList<>();
        for (Attribute attribute :
                JavaConverters.seqAsJavaListConverter(plan.output()).asJava()) {
            names.add(attribute.name());
        }

        return names;
    }
}
