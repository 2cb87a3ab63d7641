package com.opsatc.process.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.process.evidence.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every occurrence of a directly-follows edge as a contribution: the gap, at least 0, in the week in which it ends, citing
 * the completion of the one and the start of the other.
 *
 * <p>A join on (case, next position), on purpose: the visitor found the same figures by walking the cases, and a finding is
 * published only when both agree.
 */
final class EdgeOccurrences {
    private EdgeOccurrences() {}

    /** @param waiting whether those that do not end with a recorded start are left out */
    static Dataset<Row> of(Dataset<Row> log, String from, String to, boolean waiting) {
        Dataset<Row> first = log.where(col("activity").equalTo(from))
                .selectExpr("case_id", "position + 1 AS position", "file", "row", "complete_us");
        Dataset<Row> second = log.where(col("activity").equalTo(to))
                .where(waiting ? col("start_known") : lit(true))
                .selectExpr("case_id", "position", "start_file AS to_file", "start_row AS to_row", "start_us");
        return first.join(second, new String[] {"case_id", "position"}, "inner")
                .selectExpr(
                        "case_id AS " + ContributionTable.RECORD,
                        "file",
                        "row",
                        "to_file",
                        "to_row",
                        "start_us AS " + ContributionTable.AT_US,
                        "greatest(0L, start_us - complete_us) AS " + ContributionTable.CONTRIBUTION,
                        "CAST(NULL AS STRING) AS " + ContributionTable.EXCLUDED,
                        "false AS " + ContributionTable.OPEN);
    }
}
