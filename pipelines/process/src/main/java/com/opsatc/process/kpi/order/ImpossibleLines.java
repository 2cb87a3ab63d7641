package com.opsatc.process.kpi.order;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.ProcessInput;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Leaves out lines whose dates, or the dates of one of whose deliveries, are in an order that the connector says cannot be: a
 * line that was shipped before it was ordered is not on time.
 */
final class ImpossibleLines {
    private static final String REASON = "impossible-order";
    private static final String MARKED = "_marked";

    private ImpossibleLines() {}

    /** The judged lines, those with impossible dates excluded; as they are where the connector declares no order of dates. */
    static Dataset<Row> marked(Dataset<Row> judged, ProcessInput in, KpiParams params) {
        if (!in.mapping().ordersDates()) {
            return judged;
        }

        Dataset<Row> objects = in.objects()
                .where(col("attributes")
                        .getItem(CanonicalTables.IMPOSSIBLE_ORDER)
                        .isNotNull());
        Dataset<Row> lines = objects.where(col("object_type").equalTo(params.text("object")))
                .select(col("object_id").as(MARKED));
        Dataset<Row> marked = params.nested("deliveries")
                .map(by -> lines.union(objects.where(col("object_type").equalTo(by.text("object")))
                        .select(col("attributes").getItem(by.text("line")).as(MARKED))))
                .orElse(lines)
                .distinct();
        Dataset<Row> joined = judged.join(marked, col(OrderLines.LINE).equalTo(col(MARKED)), "left");
        Column impossible = col(MARKED).isNotNull();
        for (String outcome : OrderLines.OUTCOMES) {
            joined = joined.withColumn(outcome, when(impossible, lit(0L)).otherwise(col(outcome)));
        }

        return joined.withColumn(OrderLines.EXCLUDED, coalesce(col(OrderLines.EXCLUDED), when(impossible, lit(REASON))))
                .drop(MARKED);
    }
}
