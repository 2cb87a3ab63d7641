package com.opsatc.process.kpi.order;

import static com.opsatc.process.evidence.ContributionTable.AT_US;
import static com.opsatc.process.evidence.ContributionTable.CLUSTER;
import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static com.opsatc.process.evidence.ContributionTable.MORE;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static com.opsatc.process.evidence.ContributionTable.RECORD;
import static com.opsatc.process.evidence.ContributionTable.WEIGHT;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judged order lines as contributions of 1 and 0: line by line, as clusters of their orders, or order by order. */
final class Shares {
    private Shares() {}

    /** @param outcome a column of {@link OrderLines#SCHEMA} */
    static Dataset<Row> ofLines(Dataset<Row> judged, String outcome) {
        return lines(judged, outcome, "1L AS " + WEIGHT);
    }

    private static Dataset<Row> lines(Dataset<Row> judged, String outcome, String weight) {
        return judged.selectExpr(
                OrderLines.LINE + " AS " + RECORD,
                "file",
                "row",
                "key",
                "to_file",
                "to_row",
                "to_key",
                OrderLines.PLACED_US + " AS " + AT_US,
                outcome + " AS " + CONTRIBUTION,
                EXCLUDED,
                "false AS " + OPEN,
                OrderLines.ORDER + " AS " + CLUSTER,
                MORE,
                weight);
    }

    /** The same, each line weighing by its value; one without a value above zero is left out. */
    static Dataset<Row> ofValue(Dataset<Row> judged, String outcome) {
        Dataset<Row> valued = judged.withColumn(
                EXCLUDED,
                expr("coalesce(" + EXCLUDED + ", if(coalesce(" + OrderLines.VALUE + ", 0L) > 0, NULL, 'no-value'))"));
        return lines(valued, outcome, OrderLines.VALUE + " AS " + WEIGHT);
    }

    /** What came of each line, of what was ordered of it. */
    static Dataset<Row> ofUnits(Dataset<Row> judged, String outcome) {
        return lines(judged, outcome, OrderLines.ORDERED_UNITS + " AS " + WEIGHT);
    }

    /**
     * An order counts 1 when all its counted lines do, and is placed by the latest of their dates. It cites, in the order
     * of their places, all rows that decide: those of its first line that fails, or those of all its counted lines.
     */
    static Dataset<Row> ofOrders(Dataset<Row> judged, String outcome) {
        String counted = "FILTER (WHERE " + EXCLUDED + " IS NULL)";
        String rows = "array_compact(array_append(array_append(" + MORE + ", struct(file, row, key)),"
                + " if(to_file IS NULL, NULL, struct(to_file AS file, to_row AS row, to_key AS key))))";
        return judged.withColumn("rows", expr(rows))
                .groupBy(OrderLines.ORDER)
                .agg(
                        expr("min(" + outcome + ") " + counted).as("worst"),
                        expr("max(" + OrderLines.PLACED_US + ") " + counted).as("placed"),
                        expr("min(struct(" + outcome + ", file, row, rows)) " + counted)
                                .as("first"),
                        expr("collect_list(rows) " + counted).as("all"),
                        expr("min(struct(file, row, key))").as("any"))
                .withColumn(
                        "cited",
                        expr("array_sort(array_distinct(CASE WHEN worst IS NULL THEN array(any) WHEN worst = 1 THEN"
                                + " flatten(all) ELSE first.rows END))"))
                .selectExpr(
                        OrderLines.ORDER + " AS " + RECORD,
                        "cited[0].file AS file",
                        "cited[0].row AS row",
                        "cited[0].key AS key",
                        "get(cited, 1).file AS to_file",
                        "get(cited, 1).row AS to_row",
                        "get(cited, 1).key AS to_key",
                        "coalesce(placed, 0L) AS " + AT_US,
                        "coalesce(worst, 0L) AS " + CONTRIBUTION,
                        "CASE WHEN worst IS NULL THEN 'no-counted-line' END AS " + EXCLUDED,
                        "false AS " + OPEN,
                        "slice(cited, 3, size(cited)) AS " + MORE);
    }
}
