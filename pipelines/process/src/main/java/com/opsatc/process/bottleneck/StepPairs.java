package com.opsatc.process.bottleneck;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.process.evidence.ContributionTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs of events of a case, and the time between them as contributions: at least 0, when the second ends it, citing the completion
 * of the first and the start, or completion, of the second.
 *
 * <p>A join on (case, next position), on purpose: the visitor found the same figures by walking the cases, and a finding is
 * published only when both agree.
 */
public final class StepPairs {
    private StepPairs() {}

    /**
     * Every occurrence of a step that its time is measured over: case_id, position of the second, file, row, key and complete_us of
     * the first, to_file, to_row, to_key and end_us of the second.
     */
    public static Dataset<Row> of(Dataset<Row> log, TimedEdge step) {
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
        return first.join(second, new String[] {"case_id", "position"}, "inner");
    }

    /**
     * The time between the two of each pair; all are counted, none is open.
     *
     * @param kept further columns that stay
     */
    public static Dataset<Row> contributions(Dataset<Row> pairs, String... kept) {
        List<String> columns = new ArrayList<>(List.of(
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
                "false AS " + ContributionTable.OPEN));
        columns.addAll(List.of(kept));
        return pairs.selectExpr(columns.toArray(new String[0]));
    }
}
