package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import com.opsatc.contract.quality.StreamQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What told the versions of a stream's records apart.
 *
 * @param decided records whose versions differ, by what told the one that speaks from those that differ from it
 * @param conflicts records whose versions differ and that nothing tells apart
 */
public record Versions(Map<String, Long> decided, long conflicts) {
    private static final List<String> LEVELS =
            List.of(StreamQuality.COLUMN, StreamQuality.DELIVERY, StreamQuality.LATEST_INSTANT);
    private static final String CONFLICT = "conflict";
    private static final String CONTENT = "_hash";

    public Versions {
        decided = Map.copyOf(decided);
    }

    /** Nothing had to be decided. */
    public static Versions none() {
        return new Versions(Map.of(), 0);
    }

    /** @param resolved of a stream with a key, from {@link Duplicates#resolve} */
    public static Versions of(Dataset<Row> resolved, DeliveredFiles deliveries) {
        Column[] columns = deliveries.stream().columns().keySet().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
        Dataset<Row> repeated = resolved.where(not(col(Duplicates.WINNER)).and(not(col(Duplicates.ASIDE))))
                .select(col("_key").as("_repeated"))
                .distinct();
        Dataset<Row> rows = resolved.where(not(col(Duplicates.ASIDE)))
                .join(repeated, col("_key").equalTo(col("_repeated")), "leftsemi")
                .withColumn(CONTENT, xxhash64(columns));
        List<Column> order = new ArrayList<>();
        List<Column> extremes = new ArrayList<>();
        Column decision = when(col("least").equalTo(col("greatest")), lit(null));
        List<List<Column>> levels = Duplicates.levels(deliveries);
        for (int i = 0; i < levels.size(); i++) {
            order.addAll(levels.get(i));
            if (levels.get(i).isEmpty()) {
                continue;
            }

            rows = rows.withColumn("_rank" + i, rank().over(Duplicates.perKey().orderBy(order.toArray(new Column[0]))));
            Column newest = when(col("_rank" + i).equalTo(1), col(CONTENT));
            extremes.add(min(newest).as("least" + i));
            extremes.add(max(newest).as("greatest" + i));
            decision = decision.when(col("least" + i).equalTo(col("greatest" + i)), lit(LEVELS.get(i)));
        }

        extremes.add(max(CONTENT).as("greatest"));
        return counted(rows.groupBy("_key")
                .agg(min(CONTENT).as("least"), extremes.toArray(new Column[0]))
                .select(decision.otherwise(lit(CONFLICT)).as("by")));
    }

    private static Versions counted(Dataset<Row> decisions) {
        Map<String, Long> decided = new TreeMap<>();
        decisions
                .where(col("by").isNotNull())
                .groupBy("by")
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> decided.put(row.getString(0), row.getLong(1)));
        Long conflicts = decided.remove(CONFLICT);
        return new Versions(decided, conflicts == null ? 0 : conflicts);
    }
}
