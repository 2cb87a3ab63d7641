package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.admit.read.TypedRows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many of a source's rows hold values that are not as sure as they look. */
public final class ValueChecks {
    private ValueChecks() {}

    /**
     * Rows with a local time that the zone's clocks skipped or showed twice, so that its order within that hour is not known;
     * and rows with a text that had blanks or characters without a width at its ends, which were dropped.
     *
     * @param winners by stream
     */
    public static List<LogCheck> of(SourceSpec source, Map<String, Dataset<Row>> winners) {
        Row totals = source.connector().streams().entrySet().stream()
                .map(stream -> winners.get(stream.getKey())
                        .select(
                                any(stream.getValue(), InstantValue.IN_GAP_SQL).as("gap"),
                                any(stream.getValue(), InstantValue.IN_OVERLAP_SQL)
                                        .as("overlap"),
                                col(TypedRows.UNSEEN).isNotNull().as("unseen")))
                .reduce(Dataset::union)
                .orElseThrow()
                .agg(count(lit(1)), count_if(col("gap")), count_if(col("overlap")), count_if(col("unseen")))
                .head();
        String process = source.connector().process();
        return List.of(
                new LogCheck(process, "text-with-unseen-ends", totals.getLong(3), totals.getLong(0)),
                new LogCheck(process, "time-in-gap", totals.getLong(1), totals.getLong(0)),
                new LogCheck(process, "time-in-overlap", totals.getLong(2), totals.getLong(0)));
    }

    private static Column any(StreamSpec stream, String condition) {
        List<String> conditions = TypedRows.fine(stream).stream()
                .map(fine -> condition.replace("%s", fine))
                .toList();
        return conditions.isEmpty()
                ? lit(false)
                : expr(conditions.stream()
                        .map(each -> "coalesce(" + each + ", false)")
                        .collect(Collectors.joining(" OR ")));
    }
}
