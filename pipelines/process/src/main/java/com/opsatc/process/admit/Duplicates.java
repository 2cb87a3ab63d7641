package com.opsatc.process.admit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** Decides which of the rows with one key speaks: the greatest (cursor, file digest, row), never the latest arrival. */
public final class Duplicates {
    /** True for the row that speaks for its key, false for a duplicate. */
    public static final String WINNER = "_winner";

    private Duplicates() {}

    /**
     * Marks the winners among all accepted rows that a stream ever had.
     *
     * @return the same rows with {@link #WINNER}; the order in which files arrived has no effect, and of two rows a row
     *     with a cursor beats one without
     */
    public static Dataset<Row> resolve(Dataset<Row> allAcceptedRowsOfStream) {
        WindowSpec newestFirst = Window.partitionBy("_key")
                .orderBy(
                        functions.col("_cursor").desc_nulls_last(),
                        functions.col("_file").desc(),
                        functions.col("_row").desc());
        Column first = functions.row_number().over(newestFirst).equalTo(1);
        return allAcceptedRowsOfStream.withColumn(WINNER, first);
    }

    /** Only the rows that speak, without the mark. */
    public static Dataset<Row> winners(Dataset<Row> resolved) {
        return resolved.where(functions.col(WINNER)).drop(WINNER);
    }

    /** How many rows of each file are duplicates: file, duplicates; files without any are not listed. */
    public static Dataset<Row> perFile(Dataset<Row> resolved) {
        return resolved.where(functions.not(functions.col(WINNER)))
                .groupBy(functions.col("_file").as("file"))
                .agg(functions.count(functions.lit(1)).as("duplicates"));
    }
}
