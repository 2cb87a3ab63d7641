package com.opsatc.process.eventlog;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import com.opsatc.connector.text.LookAlikes;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * What must be said of a stored log's names and order before anything is read from it.
 *
 * @param orderWithinADay passages within one day of which an end is stamped exactly midnight, a date without a time: what came
 *     first that day is not known
 * @param alikeCases cases whose name differs from another's only in what a reader does not see
 * @param alikeActivities activities likewise
 */
public record LogCaveats(long orderWithinADay, long alikeCases, long alikeActivities) {
    /**
     * @param cases a row for each case, with its name in {@code case_id}
     * @param zone the tenant's zone
     */
    public static LogCaveats of(Dataset<Row> log, Dataset<Row> cases, LogCodes codes, LogSummary summary, ZoneId zone) {
        return new LogCaveats(
                summary.midnightOnly() == 0 ? 0 : orderWithinADay(log, zone.getId()),
                alike(cases),
                alike(codes.activities()));
    }

    private static long orderWithinADay(Dataset<Row> log, String zone) {
        String before = " OVER (PARTITION BY case_key ORDER BY " + InstanceLogs.PLACE + ")";
        return log.selectExpr(
                        EventLog.CASE_KEY,
                        EventLog.POSITION,
                        "from_utc_timestamp(timestamp_micros(complete_us), '" + zone + "') AS local")
                .selectExpr("local", "lag(local)" + before + " AS previous")
                .where("to_date(local) = to_date(previous)")
                .where("local = date_trunc('DAY', local) OR previous = date_trunc('DAY', previous)")
                .count();
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
