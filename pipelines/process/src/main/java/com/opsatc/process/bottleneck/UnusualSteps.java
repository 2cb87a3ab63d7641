package com.opsatc.process.bottleneck;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.contract.unusual.UnusualStep.Passage;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.measure.edge.UnusualTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The steps some of whose passages took a time far from the others, with the slowest of these (definitions 1.14). A step is left out
 * where more than half of its passages join events of different objects.
 */
public final class UnusualSteps {
    private static final int LISTED = 20;
    private static final StructType SLOW = new StructType()
            .add("step", DataTypes.IntegerType, false)
            .add("from_activity", DataTypes.StringType, false)
            .add("activity", DataTypes.StringType, false)
            .add("slow_from_us", DataTypes.LongType, false);

    private UnusualSteps() {}

    /**
     * Those with the most slow passages, then the most fast ones, then by name.
     *
     * @param steps the view whose times are looked at
     * @param log its events with names
     * @param system as citations name it
     */
    public static List<UnusualStep> of(MinedProcess steps, Dataset<Row> log, String system) {
        List<Candidate> listed = steps.mined().edges().stream()
                .filter(edge -> !steps.objects().isInterleaved(steps.name(edge.from()), steps.name(edge.to())))
                .flatMap(edge -> UnusualTimes.of(edge.gaps()).stream()
                        .map(times -> new Candidate(edge, steps.name(edge.from()), steps.name(edge.to()), times)))
                .filter(each -> each.times.fast() + each.times.slow() > 0)
                .sorted(Comparator.comparingLong((Candidate each) -> -each.times.slow())
                        .thenComparingLong(each -> -each.times.fast())
                        .thenComparing(Candidate::from)
                        .thenComparing(Candidate::to))
                .limit(LISTED)
                .toList();
        Map<Integer, List<Passage>> slowest = slowest(listed, log, system);
        List<UnusualStep> named = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Candidate each = listed.get(i);
            named.add(new UnusualStep(
                    steps.process(),
                    each.from,
                    each.to,
                    each.edge.n(),
                    each.times.medianUs(),
                    each.times.fastBelowUs(),
                    each.times.fast(),
                    each.times.slowFromUs(),
                    each.times.slow(),
                    slowest.getOrDefault(i, List.of())));
        }
        return named;
    }

    private record Candidate(EdgeStats edge, String from, String to, UnusualTimes times) {}

    /** By place in the list; a join on the next place of the case, where the visitor walked the cases. */
    private static Map<Integer, List<Passage>> slowest(List<Candidate> listed, Dataset<Row> log, String system) {
        List<Row> limits = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Candidate each = listed.get(i);
            if (each.times.slow() > 0) {
                limits.add(RowFactory.create(i, each.from, each.to, each.times.slowFromUs()));
            }
        }
        if (limits.isEmpty()) {
            return Map.of();
        }

        Dataset<Row> first = log.selectExpr(
                "case_id",
                "position + 1 AS position",
                "activity AS from_activity",
                "complete_us AS left_us",
                "file AS left_file",
                "row AS left_row",
                "key AS left_key");
        Dataset<Row> second = log.selectExpr(
                "case_id",
                "position",
                "activity",
                "start_us AS reached_us",
                "start_file AS reached_file",
                "start_row AS reached_row",
                "start_key AS reached_key");
        Map<Integer, List<Passage>> slowest = new HashMap<>();
        second
                .join(broadcast(log.sparkSession().createDataFrame(limits, SLOW)), "activity")
                .join(first, new String[] {"case_id", "position", "from_activity"}, "inner")
                .withColumn("us", expr("reached_us - left_us"))
                .where("us >= slow_from_us")
                .withColumn(
                        "place",
                        expr("row_number() OVER (PARTITION BY step ORDER BY us DESC, left_file, left_row, reached_file,"
                                + " reached_row)"))
                .where(col("place").leq(UnusualStep.MOST_PASSAGES))
                .select(
                        "step",
                        "place",
                        "us",
                        "left_file",
                        "left_row",
                        "left_key",
                        "reached_file",
                        "reached_row",
                        "reached_key")
                .collectAsList()
                .stream()
                .sorted(Comparator.comparingInt((Row row) -> row.getInt(1)))
                .forEach(row -> slowest.computeIfAbsent(row.getInt(0), none -> new ArrayList<>())
                        .add(new Passage(row.getLong(2), cited(row, 3, system), cited(row, 6, system))));
        return slowest;
    }

    private static Citation cited(Row row, int from, String system) {
        return new Citation(system, new Sha256(row.getString(from)), row.getLong(from + 1), row.getString(from + 2));
    }
}
