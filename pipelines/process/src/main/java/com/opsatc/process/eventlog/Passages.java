package com.opsatc.process.eventlog;

import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.kernel.mining.PassageVisitor;
import com.opsatc.kernel.mining.figure.EdgeStats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The passages from one activity instance of a case to the next, measured to its completion and, where recorded, its start. */
public final class Passages {
    private final Map<Gap, EdgeStats> completions;
    private final Map<Gap, EdgeStats> waiting;

    private Passages(Map<Gap, EdgeStats> completions, Map<Gap, EdgeStats> waiting) {
        this.completions = Map.copyOf(completions);
        this.waiting = Map.copyOf(waiting);
    }

    static Passages of(Dataset<Row> instances, MiningPlan plan) {
        // Cases come whole and sorted, since that is what the window needs.
        String before = " OVER (PARTITION BY case_key ORDER BY " + InstanceLogs.PLACE + ")";
        Dataset<Row> pairs = instances
                .selectExpr(
                        "case_key",
                        "lag(activity)" + before + " AS previous",
                        "lag(complete_us)" + before + " AS previous_complete_us",
                        "activity",
                        "start_us",
                        "complete_us")
                .where("previous IS NOT NULL");
        return new Passages(
                visited(pairs.withColumn("start_us", pairs.col("complete_us")), plan),
                visited(pairs.where("start_us IS NOT NULL"), plan));
    }

    /** Of an edge of the instances: every passage, from completion to completion. */
    public EdgeStats completions(int from, int to) {
        return completions.get(new Gap(from, to));
    }

    /** Those that end with a recorded start, from completion to start, so that their gaps are waiting; empty without any. */
    public Optional<EdgeStats> waiting(int from, int to) {
        return Optional.ofNullable(waiting.get(new Gap(from, to)));
    }

    private static Map<Gap, EdgeStats> visited(Dataset<Row> pairs, MiningPlan plan) {
        // The plan itself does not travel: its parts do, so that the kernel needs no serialisation for Spark's sake.
        int activities = plan.activities();
        long[] periods = plan.periodStartsUs();
        List<byte[]> parts = pairs.mapPartitions(
                        (MapPartitionsFunction<Row, byte[]>) rows -> {
                            PassageVisitor visitor =
                                    new PassageVisitor(new MiningPlan(activities, periods, /* variants= */ false));
                            rows.forEachRemaining(row -> visitor.add(
                                    row.getLong(0),
                                    row.getInt(1),
                                    row.getLong(2),
                                    row.getInt(3),
                                    row.getLong(4),
                                    row.getLong(5)));
                            return List.of(visitor.toBytes()).iterator();
                        },
                        Encoders.BINARY())
                .collectAsList();
        Map<Gap, EdgeStats> edges = new HashMap<>();
        PassageVisitor.merge(new MiningPlan(activities, periods, /* variants= */ false), parts)
                .forEach(edge -> edges.put(new Gap(edge.from(), edge.to()), edge));
        return edges;
    }

    /** From the completion of one activity to the next. */
    private record Gap(int from, int to) {}
}
