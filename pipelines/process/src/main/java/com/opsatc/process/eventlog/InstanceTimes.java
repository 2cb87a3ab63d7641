package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.expr;

import com.opsatc.kernel.mining.CodedDurations;
import com.opsatc.kernel.mining.Durations;
import com.opsatc.kernel.mining.EdgeStats;
import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.kernel.mining.PassageVisitor;
import com.opsatc.kernel.pairing.ActiveTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * What activity instances tell apart and recorded events alone do not: work and waiting (definitions 1.5).
 *
 * <p>Sums are microseconds over all cases. Busy time is time in which at least one instance of a case had begun and not
 * ended; idle time is the rest between a case's first start and last completion. An instance without a recorded start has no
 * length: what work it took is within the idle time.
 */
public final class InstanceTimes {
    private final CodedDurations processing;
    private final Map<Gap, EdgeStats> waiting;
    private final long known;
    private final long suspendedUs;
    private final ActiveTime active;

    private InstanceTimes(
            CodedDurations processing, Map<Gap, EdgeStats> waiting, long known, long suspendedUs, ActiveTime active) {
        this.processing = processing;
        this.waiting = Map.copyOf(waiting);
        this.known = known;
        this.suspendedUs = suspendedUs;
        this.active = active;
    }

    /** @param plan the one that the instances are mined with */
    public static InstanceTimes of(Dataset<Row> instances, MiningPlan plan) {
        Dataset<Row> known = instances.where("start_us IS NOT NULL");
        Row totals =
                known.selectExpr("count(*)", "coalesce(sum(suspended_us), 0L)").head();
        return new InstanceTimes(
                processing(known, plan.activities()),
                waiting(instances, plan),
                totals.getLong(0),
                totals.getLong(1),
                active(instances));
    }

    /** Completion minus start minus rest of the instances of an activity whose start is recorded. */
    public Durations processing(int activity) {
        return processing.of(activity);
    }

    /** The passages of an edge that end with a recorded start, so that their gaps are waiting and no work; empty without any. */
    public Optional<EdgeStats> waiting(int from, int to) {
        return Optional.ofNullable(waiting.get(new Gap(from, to)));
    }

    /** Of all instances, how many have a recorded start. */
    public long startsKnown() {
        return known;
    }

    public long suspendedUs() {
        return suspendedUs;
    }

    public long busyUs() {
        return active.busyUs();
    }

    public long idleUs() {
        return active.idleUs();
    }

    private static CodedDurations processing(Dataset<Row> known, int activities) {
        List<byte[]> parts = known.selectExpr("activity", "complete_us - start_us - suspended_us")
                .mapPartitions(
                        (MapPartitionsFunction<Row, byte[]>) rows -> {
                            CodedDurations durations = new CodedDurations(activities);
                            rows.forEachRemaining(row -> durations.add(row.getInt(0), row.getLong(1)));
                            return List.of(durations.toBytes()).iterator();
                        },
                        Encoders.BINARY())
                .collectAsList();
        return CodedDurations.merge(activities, parts);
    }

    /** Cases come whole and sorted, since that is what the window needs. */
    private static Map<Gap, EdgeStats> waiting(Dataset<Row> instances, MiningPlan plan) {
        // The plan itself does not travel: its parts do, so that the kernel needs no serialisation for Spark's sake.
        int activities = plan.activities();
        long[] periods = plan.periodStartsUs();
        String before = " OVER (PARTITION BY case_key ORDER BY " + InstanceLogs.PLACE + ")";
        List<byte[]> parts = instances
                .selectExpr(
                        "case_key",
                        "lag(activity)" + before + " AS previous",
                        "lag(complete_us)" + before + " AS previous_complete_us",
                        "activity",
                        "start_us",
                        "complete_us")
                .where("previous IS NOT NULL AND start_us IS NOT NULL")
                .mapPartitions(
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

    private static ActiveTime active(Dataset<Row> instances) {
        List<Tuple2<Long, Long>> parts = instances
                .groupBy(EventLog.CASE_KEY)
                .agg(expr("collect_list(coalesce(start_us, complete_us))"), expr("collect_list(complete_us)"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Tuple2<Long, Long>>) cases -> {
                            long busyUs = 0;
                            long idleUs = 0;
                            while (cases.hasNext()) {
                                Row each = cases.next();
                                ActiveTime time = ActiveTime.of(longs(each.getList(1)), longs(each.getList(2)));
                                busyUs = Math.addExact(busyUs, time.busyUs());
                                idleUs = Math.addExact(idleUs, time.idleUs());
                            }
                            return List.of(new Tuple2<>(busyUs, idleUs)).iterator();
                        },
                        Encoders.tuple(Encoders.LONG(), Encoders.LONG()))
                .collectAsList();
        long busyUs = 0;
        long idleUs = 0;
        for (Tuple2<Long, Long> part : parts) {
            busyUs = Math.addExact(busyUs, part._1());
            idleUs = Math.addExact(idleUs, part._2());
        }
        return new ActiveTime(busyUs, idleUs);
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /** From the completion of one activity to the start of the next. */
    private record Gap(int from, int to) {}
}
