package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.AT_US;
import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static com.opsatc.process.evidence.ContributionTable.RECORD;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.OpenMembers;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Time from a case's earliest start to its latest completion: see {@code conf/definitions/cycle-time.yaml}.
 *
 * <p>A case that is not closed is open, where the connector says what ends a case. One whose milestones are in an order that
 * cannot be is left out. A case with one event that records one instant counts as 0. It cites the event that starts first and the one that
 * completes last, once if they are the same. Option {@code open}: open cases stand {@code apart}, or are {@code at-risk}.
 *
 * <p>Options {@code from} and {@code to}: between two milestones that the connector names, from the first occurrence of the one
 * to the {@code first} or the {@code last} one of the other, as option {@code occurrence} says.
 */
public final class CycleTime implements Kpi {
    /** When the case began. */
    static final String STARTED_US = "started_us";

    @Override
    public String family() {
        return "cycle-time";
    }

    @Override
    public Map<String, List<String>> options() {
        return Map.of(
                Clocks.OPTION, Clocks.CHOICES,
                OpenMembers.OPTION, OpenMembers.CHOICES,
                NamedMilestones.FROM, List.of(),
                NamedMilestones.TO, List.of(),
                NamedMilestones.OCCURRENCE, NamedMilestones.OCCURRENCES);
    }

    @Override
    public Set<String> subjects() {
        return Set.of(NamedMilestones.FROM, NamedMilestones.TO);
    }

    @Override
    public Optional<String> problem(KpiVariant variant) {
        return NamedMilestones.problem(variant);
    }

    @Override
    public Optional<Aggregation> aggregation(KpiVariant variant) {
        return OpenMembers.aggregation(variant, OpenMembers.OPTION);
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        CaseEnds ends = new CaseEnds(in.mapping().ends());
        boolean atRisk = OpenMembers.atRisk(variant, OpenMembers.OPTION);
        if (NamedMilestones.chosen(variant)) {
            return NamedMilestones.measure(in, params, variant, ends, atRisk);
        }

        if (atRisk && !ends.known()) {
            return ends.cannotTell(in);
        }

        Dataset<Row> rows = cases(in, ends, variant.clock());
        Dataset<Row> placed = atRisk ? rows.withColumn(AT_US, col(STARTED_US)) : rows;
        return new Measurement.Contributions(placed.drop(STARTED_US), ends.known(), List.of());
    }

    /** Every case, from its first start to its last completion, with column {@link #STARTED_US}. */
    static Dataset<Row> cases(ProcessInput in, CaseEnds ends, String clock) {
        return perCase(in, ends, new MilestoneOrders(in.mapping().milestones(), in.zone()), clock);
    }

    private static Dataset<Row> perCase(ProcessInput in, CaseEnds ends, MilestoneOrders orders, String clock) {
        Column until = expr("if(open, " + in.knownUntilUs() + "L, ended_us)");
        List<Column> figures = new ArrayList<>(List.of(
                ends.closed().as("closed"),
                expr("max(complete_us)").as("ended_us"),
                expr("min(start_us)").as(STARTED_US),
                expr("min_by(struct(file, row, key, position), struct(start_us, position))")
                        .as("first"),
                expr("max_by(struct(file, row, key, position), struct(complete_us, position))")
                        .as("last")));
        figures.addAll(orders.firsts());
        return in.log()
                .groupBy("case_id")
                .agg(expr("max(complete_us) - min(start_us)").as("us"), figures.toArray(new Column[0]))
                .withColumn("impossible", orders.broken())
                .withColumn(OPEN, expr("us >= 0 AND NOT impossible AND NOT closed"))
                .withColumn(AT_US, until)
                .withColumn(
                        CONTRIBUTION,
                        functions.greatest(
                                functions.lit(0L),
                                lasted(in.clocks().find(clock).orElseThrow())))
                .selectExpr(
                        "case_id AS " + RECORD,
                        "first.file AS file",
                        "first.row AS row",
                        "first.key AS key",
                        "CASE WHEN last.position <> first.position THEN last.file END AS to_file",
                        "CASE WHEN last.position <> first.position THEN last.row END AS to_row",
                        "CASE WHEN last.position <> first.position THEN last.key END AS to_key",
                        AT_US,
                        CONTRIBUTION,
                        "CASE WHEN us < 0 THEN 'negative-duration' WHEN impossible THEN 'impossible-order' END AS "
                                + EXCLUDED,
                        OPEN,
                        STARTED_US);
    }

    private static Column lasted(DurationClock clock) {
        if (clock == DurationClock.WALL) {
            return col(AT_US).minus(col(STARTED_US));
        }

        UDF2<Long, Long, Long> between = clock::between;
        return functions.udf(between, DataTypes.LongType).asNonNullable().apply(col(STARTED_US), col(AT_US));
    }
}
