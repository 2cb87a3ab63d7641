package com.opsatc.process.store;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.Sha256;
import com.opsatc.process.testing.LocalSpark;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TableDigestTest {
    @Test
    void of_rowsInAnyOrderAndPartitioning_isTheSame() {
        Dataset<Row> rows = rows();

        assertThat(List.of(
                        TableDigest.of(rows.repartition(1)),
                        TableDigest.of(rows.repartition(7)),
                        TableDigest.of(rows.orderBy(col("n").desc()))))
                .containsOnly(naive(
                        rows.collectAsList().stream().map(TableDigestTest::text).toList()));
    }

    @Test
    void of_aRowMoreLessOrOther_differs() {
        Dataset<Row> rows = rows();

        assertThat(List.of(
                        TableDigest.of(rows),
                        TableDigest.of(rows.where("n > 0")),
                        TableDigest.of(rows.union(rows.where("n = 1"))),
                        TableDigest.of(rows.withColumn(
                                "n", when(col("n").equalTo(1), 2L).otherwise(col("n"))))))
                .doesNotHaveDuplicates();
    }

    @Test
    void of_noRows_isTheDigestOfZeros() {
        assertThat(TableDigest.of(rows().where(lit(false)))).isEqualTo(Sha256.of("0\n".repeat(9)));
    }

    @Test
    void of_mapsWithEntriesInAnotherOrder_isTheSame() {
        Dataset<Row> rows = LocalSpark.session().range(3).toDF("n");

        assertThat(TableDigest.of(
                        rows.select(map(lit("a"), lit("1"), lit("b"), lit("2")).as("m"))))
                .isEqualTo(TableDigest.of(
                        rows.select(map(lit("b"), lit("2"), lit("a"), lit("1")).as("m"))));
    }

    private static Dataset<Row> rows() {
        return LocalSpark.session()
                .range(50)
                .select(
                        col("id").as("n"),
                        when(col("id").mod(3).equalTo(0), "text \"quoted\" ü").as("t"),
                        array(col("id"), lit(1L)).as("l"));
    }

    /** {@code 3}, a text and {@code [3,1]} give {@code 1:3}, the text after its bytes, and {@code 5:[3,1]}; no text a dash. */
    private static String text(Row row) {
        String list = "[" + row.getLong(0) + ",1]";
        return lengthened(Long.toString(row.getLong(0)))
                + (row.isNullAt(1) ? "-" : lengthened(row.getString(1)))
                + lengthened(list);
    }

    private static String lengthened(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length + ":" + value;
    }

    /** Count and sums of the words of each row's digest, by hand. */
    private static Sha256 naive(List<String> texts) {
        BigInteger[] sums = new BigInteger[8];
        java.util.Arrays.fill(sums, BigInteger.ZERO);
        for (String row : texts) {
            String hex = Sha256.of(row.getBytes(StandardCharsets.UTF_8)).hex();
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sums[i].add(new BigInteger(hex.substring(8 * i, 8 * i + 8), 16));
            }
        }

        StringBuilder text = new StringBuilder(texts.size() + "\n");
        for (BigInteger sum : sums) {
            text.append(sum).append('\n');
        }

        return Sha256.of(text.toString());
    }
}
