package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Decides which of the rows with one key speaks: the newest by cursor, then by the date of its delivery, then by the latest
 * instant in its file; never the latest arrival.
 *
 * <p>Dates of deliveries are compared where every version of the record has one. Where all of it ties, the greatest (file
 * digest, row) is taken so that the same inputs give the same rows, and {@link Versions} counts the record as in conflict.
 * Rows without a key are equal or they are different rows; how often equal ones count is the stream's redelivery.
 */
public final class Duplicates {
    /** True for the row that speaks for its key, false for a duplicate and for every row of a file that stands aside. */
    public static final String WINNER = "_winner";

    static final String ASIDE = "_aside";
    static final String DELIVERED = "_delivered";
    static final String LATEST = "_latest";

    private Duplicates() {}

    /**
     * Marks the winners among all accepted rows that a stream ever had.
     *
     * @return the same rows with {@link #WINNER}, and with keys and numbers that name their population where the source has
     *     several; the order in which files arrived has no effect, and of two rows a row with a cursor beats one without
     */
    public static Dataset<Row> resolve(Dataset<Row> allAcceptedRowsOfStream, DeliveredFiles deliveries) {
        Dataset<Row> rows = FileFacts.add(Populations.named(allAcceptedRowsOfStream, deliveries), deliveries);
        if (deliveries.stream().appends()) {
            return rows.withColumn("_key", concat(col("_key"), lit("@"), col("_file")))
                    .withColumn(WINNER, not(col(ASIDE)));
        }

        if (deliveries.stream().key().isEmpty() && deliveries.files().size() == 1) {
            return rows.withColumn(WINNER, not(col(ASIDE))); // within a file every occurrence is a row of its own
        }

        Stream<Column> newest = Stream.concat(
                levels(deliveries).stream().flatMap(List::stream),
                Stream.of("_file", "_row").map(name -> col(name).desc()));
        WindowSpec newestFirst =
                perKey().orderBy(Stream.concat(Stream.of(col(ASIDE)), newest).toArray(Column[]::new));
        Column first = row_number().over(newestFirst).equalTo(1);
        return rows.withColumn(WINNER, first.and(not(col(ASIDE))));
    }

    /** Only the rows that speak, without the marks. */
    public static Dataset<Row> winners(Dataset<Row> resolved) {
        return resolved.where(col(WINNER)).drop(WINNER, ASIDE, DELIVERED, LATEST);
    }

    /** What tells versions apart, the first that can first: by column, by delivery, by latest instant; each may be empty. */
    static List<List<Column>> levels(DeliveredFiles deliveries) {
        List<List<Column>> levels = new ArrayList<>();
        boolean keyed = !deliveries.stream().key().isEmpty();
        levels.add(
                deliveries.stream().cursor() == null
                        ? List.of()
                        : List.of(col("_cursor").desc_nulls_last()));
        levels.add(keyed && deliveries.isDated() ? List.of(col(DELIVERED).desc_nulls_last()) : List.of());
        levels.add(
                keyed && !deliveries.latestColumns().isEmpty()
                        ? List.of(col(LATEST).desc_nulls_last())
                        : List.of());
        return levels;
    }

    static WindowSpec perKey() {
        return Window.partitionBy("_key");
    }

    /** The date of a delivery, where every version of the record has one. */
    static Column comparable(Column delivered) {
        Column undated = functions
                .sum(when(delivered.isNull().and(not(col(ASIDE))), 1L).otherwise(0L))
                .over(perKey());
        return when(coalesce(undated, lit(0L)).equalTo(0), delivered);
    }
}
