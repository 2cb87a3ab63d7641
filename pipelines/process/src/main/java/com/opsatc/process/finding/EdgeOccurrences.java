package com.opsatc.process.finding;

import static org.apache.spark.sql.functions.col;

import com.opsatc.process.evidence.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every occurrence of a directly-follows edge as a contribution: the gap, at least 0, in the week in which it ends, citing
 * both events.
 *
 * <p>A join on (case, next position), on purpose: the visitor found the same figures by walking the cases, and a finding is
 * published only when both agree.
 */
final class EdgeOccurrences {
    private EdgeOccurrences() {}

    static Dataset<Row> of(Dataset<Row> log, String from, String to) {
        Dataset<Row> first = log.where(col("activity").equalTo(from))
                .selectExpr("case_id", "position + 1 AS position", "file", "row", "complete_us");
        Dataset<Row> second = log.where(col("activity").equalTo(to))
                .selectExpr("case_id", "position", "file AS to_file", "row AS to_row", "start_us");
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
