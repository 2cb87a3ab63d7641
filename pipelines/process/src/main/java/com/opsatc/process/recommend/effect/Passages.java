package com.opsatc.process.recommend.effect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.struct;

import com.opsatc.process.bottleneck.StepPairs;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.evidence.ContributionTable;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Times in cases that a lever would shorten, as contributions: from one event to a later one of its case, with the positions of
 * both, so that no part of a case is counted for two levers.
 *
 * <pre>
 * record     first_position  last_position  contribution
 * order-007               2              3    7200000000   a step
 * order-007               1              5   93600000000   a repetition of what was done at 1
 * </pre>
 */
public final class Passages {
    static final String FIRST = "first_position";
    static final String LAST = "last_position";

    private Passages() {}

    /** Every occurrence of a step that its time is measured over. */
    public static Dataset<Row> ofStep(Dataset<Row> log, TimedEdge step) {
        return contributions(
                StepPairs.of(log, step).withColumn(FIRST, expr("position - 1")).withColumn(LAST, col("position")));
    }

    /** From each execution of an activity to the next one of the case: next to it, or with others between. */
    public static Dataset<Row> ofRepetitions(Dataset<Row> log, String activity, boolean atOnce) {
        Dataset<Row> pairs = withBefore(log.where(col("activity").equalTo(activity)), 1)
                .where(col("before").isNotNull());
        Column next = col("position").minus(col("before.position")).equalTo(1);
        return between(pairs.where(atOnce ? next : next.equalTo(false)), "before");
    }

    /** From each execution of {@code other} over {@code one} back to {@code other}, where {@code one} came before the first. */
    public static Dataset<Row> ofReturns(Dataset<Row> log, String one, String other) {
        Dataset<Row> events = log.where(col("activity").isin(one, other));
        WindowSpec order = Window.partitionBy("case_id").orderBy("position");
        Column event = event();
        Dataset<Row> four = events.withColumn("before", lag(event, 2).over(order))
                .withColumn("between", lag(event, 1).over(order))
                .withColumn("start", lag(event, 3).over(order))
                .where(col("start").isNotNull())
                .where(col("position").minus(col("start.position")).equalTo(3))
                .where(col("activity").equalTo(other))
                .where(col("between.activity").equalTo(one))
                .where(col("before.activity").equalTo(other))
                .where(col("start.activity").equalTo(one));
        return between(four, "before");
    }

    /** Those that end on a day from {@code from} to {@code to}. */
    public static Dataset<Row> within(Dataset<Row> passages, LocalDate from, LocalDate to, ZoneId zone) {
        return passages.where(col(ContributionTable.AT_US).geq(startUs(from, zone)))
                .where(col(ContributionTable.AT_US).lt(startUs(to.plusDays(1), zone)));
    }

    /** Those that share nothing of a case with {@code taken}. */
    public static Dataset<Row> without(Dataset<Row> passages, Dataset<Row> taken) {
        Dataset<Row> others = taken.selectExpr(
                ContributionTable.RECORD + " AS taken_record", FIRST + " AS taken_first", LAST + " AS taken_last");
        return passages.join(
                others,
                col(ContributionTable.RECORD)
                        .equalTo(col("taken_record"))
                        .and(col(FIRST).lt(col("taken_last")))
                        .and(col("taken_first").lt(col(LAST))),
                "left_anti");
    }

    private static long startUs(LocalDate date, ZoneId zone) {
        return Math.multiplyExact(date.atStartOfDay(zone).toEpochSecond(), 1_000_000L);
    }

    private static Dataset<Row> withBefore(Dataset<Row> events, int back) {
        WindowSpec order = Window.partitionBy("case_id").orderBy("position");
        return events.withColumn("before", lag(event(), back).over(order));
    }

    private static Column event() {
        return struct(col("position"), col("activity"), col("file"), col("row"), col("key"), col("complete_us"));
    }

    private static Dataset<Row> between(Dataset<Row> pairs, String before) {
        return contributions(pairs.selectExpr(
                "case_id",
                before + ".file AS file",
                before + ".row AS row",
                before + ".key AS key",
                before + ".complete_us AS complete_us",
                "file AS to_file",
                "row AS to_row",
                "key AS to_key",
                "complete_us AS end_us",
                before + ".position AS " + FIRST,
                "position AS " + LAST));
    }

    private static Dataset<Row> contributions(Dataset<Row> pairs) {
        return StepPairs.contributions(pairs, FIRST, LAST);
    }
}
