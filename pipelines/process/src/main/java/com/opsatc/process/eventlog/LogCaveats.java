package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import com.opsatc.connector.text.LookAlikes;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * What must be said of a stored log's names before anything is read from it.
 *
 * @param alikeCases cases whose name differs from another's only in what a reader does not see
 * @param alikeActivities activities likewise
 */
public record LogCaveats(long alikeCases, long alikeActivities) {
    /** @param cases a row for each case, with its name in {@code case_id} */
    public static LogCaveats of(Dataset<Row> cases, LogCodes codes) {
        return new LogCaveats(alike(cases), alike(codes.activities()));
    }

    private static long alike(Dataset<Row> cases) {
        return cases.groupBy(udf((UDF1<String, String>) LookAlikes::folded, DataTypes.StringType)
                        .apply(col("case_id"))
                        .as("folded"))
                .agg(count(lit(1)).as("alike"))
                .where(col("alike").gt(1))
                .agg(expr("coalesce(sum(alike), 0L)"))
                .head()
                .getLong(0);
    }

    private static long alike(List<String> names) {
        return names.stream()
                .collect(Collectors.groupingBy(LookAlikes::folded, Collectors.counting()))
                .values()
                .stream()
                .filter(alike -> alike > 1)
                .mapToLong(Long::longValue)
                .sum();
    }
}
