package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.expr;

import com.opsatc.kernel.mining.CodedDurations;
import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.kernel.mining.figure.Durations;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * What activity instances tell apart and recorded events alone do not: work and waiting (definitions 1.5).
 *
 * <p>Sums are microseconds over all cases. Busy time is time in which at least one ended instance of a case had begun and was
 * neither suspended nor complete; idle time is the rest between a case's first start and last completion. An instance without
 * a recorded start has no length: the work it took is not busy time.
 */
public final class InstanceTimes {
    private final CodedDurations processing;
    private final Passages passages;
    private final long known;
    private final BigInteger suspendedUs;
    private final BigInteger busyUs;
    private final BigInteger idleUs;

    private InstanceTimes(
            CodedDurations processing, Passages passages, long known, BigDecimal suspendedUs, Row busyAndIdleUs) {
        this.processing = processing;
        this.passages = passages;
        this.known = known;
        this.suspendedUs = suspendedUs.toBigIntegerExact();
        this.busyUs = busyAndIdleUs.getDecimal(0).toBigIntegerExact();
        this.idleUs = busyAndIdleUs.getDecimal(1).toBigIntegerExact();
    }

    /** @param plan the one that the instances are mined with */
    public static InstanceTimes of(Dataset<Row> instances, MiningPlan plan) {
        Dataset<Row> known = instances.where("start_us IS NOT NULL");
        Row totals = known.selectExpr("count(*)", sum(InstanceLog.SUSPENDED_US)).head();
        return new InstanceTimes(
                processing(known, plan.activities()),
                Passages.of(instances, plan),
                totals.getLong(0),
                totals.getDecimal(1),
                active(instances));
    }

    /** Completion minus start minus rests of the instances of an activity whose start is recorded. */
    public Durations processing(int activity) {
        return processing.of(activity);
    }

    /** The passages from one instance of a case to the next. */
    public Passages passages() {
        return passages;
    }

    /** Of all instances, how many have a recorded start. */
    public long startsKnown() {
        return known;
    }

    public BigInteger suspendedUs() {
        return suspendedUs;
    }

    public BigInteger busyUs() {
        return busyUs;
    }

    public BigInteger idleUs() {
        return idleUs;
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

    private static Row active(Dataset<Row> instances) {
        return instances
                .groupBy(EventLog.CASE_KEY)
                .agg(expr("collect_list(struct(coalesce(start_us, complete_us), complete_us, rests))"))
                .map(
                        (MapFunction<Row, Tuple2<Long, Long>>) each -> ActiveSegments.busyAndIdle(each.getList(1)),
                        Encoders.tuple(Encoders.LONG(), Encoders.LONG()))
                .selectExpr(sum("_1"), sum("_2"))
                .head();
    }

    /** A sum that does not overflow; 0 of nothing. */
    private static String sum(String column) {
        return "coalesce(sum(cast(" + column + " AS decimal(38, 0))), cast(0 AS decimal(38, 0)))";
    }
}
