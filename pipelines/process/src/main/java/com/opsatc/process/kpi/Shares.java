package com.opsatc.process.kpi;

import static com.opsatc.process.evidence.ContributionTable.AT_US;
import static com.opsatc.process.evidence.ContributionTable.CLUSTER;
import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static com.opsatc.process.evidence.ContributionTable.RECORD;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judged order lines as contributions of 1 and 0: line by line, as clusters of their orders, or order by order. */
final class Shares {
    private Shares() {}

    /** @param outcome a column of {@link OrderLines#SCHEMA} */
    static Dataset<Row> ofLines(Dataset<Row> judged, String outcome) {
        return judged.selectExpr(
                OrderLines.LINE + " AS " + RECORD,
                "file",
                "row",
                "to_file",
                "to_row",
                OrderLines.DUE_US + " AS " + AT_US,
                outcome + " AS " + CONTRIBUTION,
                EXCLUDED,
                "false AS " + OPEN,
                OrderLines.ORDER + " AS " + CLUSTER);
    }

    /**
     * An order counts 1 when all its counted lines do, and is placed by the latest of their due dates. One that fails cites
     * the first line that fails and its delivery; one that does not cites its first and its last counted line.
     */
    static Dataset<Row> ofOrders(Dataset<Row> judged, String outcome) {
        String counted = "FILTER (WHERE " + EXCLUDED + " IS NULL)";
        return judged.groupBy(OrderLines.ORDER)
                .agg(
                        expr("min(" + outcome + ") " + counted).as("worst"),
                        expr("max(" + OrderLines.DUE_US + ") " + counted).as("due"),
                        expr("min(struct(" + outcome + ", file, row, to_file, to_row)) " + counted)
                                .as("first"),
                        expr("max(struct(file, row)) " + counted).as("last"),
                        expr("min(struct(file, row))").as("any"))
                .selectExpr(
                        OrderLines.ORDER + " AS " + RECORD,
                        "coalesce(first.file, any.file) AS file",
                        "coalesce(first.row, any.row) AS row",
                        "CASE WHEN worst = 1 AND struct(first.file, first.row) <> last THEN last.file"
                                + " ELSE first.to_file END AS to_file",
                        "CASE WHEN worst = 1 AND struct(first.file, first.row) <> last THEN last.row"
                                + " ELSE first.to_row END AS to_row",
                        "coalesce(due, 0L) AS " + AT_US,
                        "coalesce(worst, 0L) AS " + CONTRIBUTION,
                        "CASE WHEN worst IS NULL THEN 'no-counted-line' END AS " + EXCLUDED,
                        "false AS " + OPEN);
    }
}
