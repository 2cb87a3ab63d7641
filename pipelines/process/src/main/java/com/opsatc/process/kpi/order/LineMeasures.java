package com.opsatc.process.kpi.order;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Whether what order lines are weighed by can be added up: there is such a thing, and it is of one measure. */
final class LineMeasures {
    private static final String CURRENCY = "currency";

    private LineMeasures() {}

    /**
     * Why a level is not measured; empty where it can be. Pieces and kilograms do not add up, and neither do euros and yen: a
     * line whose measure is unknown, among others with one, counts as of another.
     */
    static Optional<String> problem(String level, ProcessInput in, KpiParams params, SharedRows shared) {
        return switch (level) {
            case OrderShare.UNIT ->
                params.has("deliveries") || params.has("delivered")
                        ? several(OrderShare.UNIT, "units of measure", in, params, shared)
                        : Optional.of(in.mapping().lacks("delivered quantity of an order line"));
            case OrderShare.VALUE ->
                params.has(OrderShare.VALUE)
                        ? several(CURRENCY, "currencies", in, params, shared)
                        : Optional.of(in.mapping().lacks("value of an order line"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> several(
            String key, String measures, ProcessInput in, KpiParams params, SharedRows shared) {
        return params.optionalText(key)
                .map(attribute -> shared.count(
                        List.of(key, params.text("object"), attribute), () -> measures(in, params, attribute)))
                .filter(different -> different > 1)
                .map(different -> "Order lines are in " + different + " " + measures + ", which cannot be added up.");
    }

    private static long measures(ProcessInput in, KpiParams params, String attribute) {
        Column measure = coalesce(col("attributes").getItem(attribute), lit(""));
        return in.objects()
                .where(col("object_type").equalTo(params.text("object")))
                .agg(countDistinct(measure))
                .head()
                .getLong(0);
    }
}
