package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.MappingCount.JoinCount;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many deliveries name a line that there is: the one join that a KPI makes itself, by an attribute of its objects, counted
 * beside those of the mapping that makes the deliveries.
 */
final class DeliveryLinks {
    private DeliveryLinks() {}

    /** The counts with the links of every KPI that has deliveries; nothing is computed where none has. */
    static List<MappingCount> counted(SourceSpec source, Dataset<Row> objects, List<MappingCount> counts) {
        List<MappingCount> all = new ArrayList<>(counts);
        for (Map<String, Object> params : source.connector().kpis().values()) {
            if (params.get("deliveries") instanceof Map<?, ?> deliveries) {
                JoinCount link = link(
                        objects,
                        String.valueOf(deliveries.get("object")),
                        String.valueOf(deliveries.get("line")),
                        String.valueOf(params.get("object")));
                all.replaceAll(count ->
                        count.mapping().equals("object " + deliveries.get("object")) ? with(count, link) : count);
            }
        }

        return all;
    }

    private static JoinCount link(Dataset<Row> objects, String delivery, String line, String target) {
        Dataset<Row> named = objects.where(col("object_type").equalTo(delivery))
                .select(col("attributes").getItem(line).as("_line"))
                .where(col("_line").isNotNull());
        Dataset<Row> lines = objects.where(col("object_type").equalTo(target)).select(col("object_id"));
        Row counts = named.join(lines, col("_line").equalTo(col("object_id")), "left")
                .agg(count(col("_line")), count(col("object_id")))
                .head();
        return new JoinCount("object " + target, counts.getLong(0), counts.getLong(1), /* optional= */ false);
    }

    private static MappingCount with(MappingCount count, JoinCount link) {
        List<JoinCount> joins = new ArrayList<>(count.joins());
        joins.add(link);
        return new MappingCount(
                count.source(),
                count.stream(),
                count.mapping(),
                count.rows(),
                count.gave(),
                count.made(),
                count.without(),
                joins);
    }
}
