package com.opsatc.process.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.evidence.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every occurrence of a step that its time is measured over as a contribution: the gap, at least 0, in the week in which it
 * ends, citing the completion of the one and the start, or completion, of the other.
 *
 * <p>A join on (case, next position), on purpose: the visitor found the same figures by walking the cases, and a finding is
 * published only when both agree.
 */
final class EdgeOccurrences {
    private EdgeOccurrences() {}

    static Dataset<Row> of(Dataset<Row> log, TimedEdge step) {
        boolean toStart = step.ends().equals(TimedEdge.START);
        Dataset<Row> first = log.where(col("activity").equalTo(step.from()))
                .selectExpr("case_id", "position + 1 AS position", "file", "row", "key", "complete_us");
        Dataset<Row> second = log.where(col("activity").equalTo(step.to()))
                .where(step.isWaiting() ? col("start_known") : lit(true))
                .selectExpr(
                        "case_id",
                        "position",
                        (toStart ? "start_file" : "file") + " AS to_file",
                        (toStart ? "start_row" : "row") + " AS to_row",
                        (toStart ? "start_key" : "key") + " AS to_key",
                        step.ends() + " AS end_us");
        return first.join(second, new String[] {"case_id", "position"}, "inner")
                .selectExpr(
                        "case_id AS " + ContributionTable.RECORD,
                        "file",
                        "row",
                        "key",
                        "to_file",
                        "to_row",
                        "to_key",
                        "end_us AS " + ContributionTable.AT_US,
                        "greatest(0L, end_us - complete_us) AS " + ContributionTable.CONTRIBUTION,
                        "CAST(NULL AS STRING) AS " + ContributionTable.EXCLUDED,
                        "false AS " + ContributionTable.OPEN);
    }

    /** What each contribution exceeds a target by, at least 0. */
    static Dataset<Row> beyond(Dataset<Row> gaps, long targetUs) {
        return gaps.withColumn(
                ContributionTable.CONTRIBUTION,
                greatest(lit(0L), col(ContributionTable.CONTRIBUTION).minus(lit(targetUs))));
    }
}
