package com.opsatc.process.store;

import static org.apache.spark.sql.functions.expr;

import com.opsatc.contract.id.Sha256;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/**
 * Digest of a table's rows as a multiset: the same rows give the same digest in any order, file layout or partitioning.
 *
 * <p>Each row's SHA-256 is cut into eight 32-bit words; the words of all rows are added up, and the sums and the count are
 * hashed. Two tables that differ in one row, or in how often a row occurs, differ in their digests but for chance; it is a
 * fingerprint for comparing runs, not a proof against someone who can choose rows.
 */
public final class TableDigest {
    private static final int WORDS = 8;

    private TableDigest() {}

    public static Sha256 of(Dataset<Row> rows) {
        Dataset<Row> hashed = rows.select(
                expr("sha2(to_json(struct(" + columns(rows) + ")), 256)").as("h"));
        List<org.apache.spark.sql.Column> sums = new java.util.ArrayList<>();
        for (int word = 0; word < WORDS; word++) {
            sums.add(expr("sum(cast(conv(substr(h, " + (word * 8 + 1) + ", 8), 16, 10) AS decimal(38, 0)))"));
        }

        Row total = hashed.agg(expr("count(*)"), sums.toArray(org.apache.spark.sql.Column[]::new))
                .head();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < total.size(); i++) {
            text.append(total.isNullAt(i) ? "0" : total.get(i).toString()).append('\n');
        }

        return Sha256.of(text.toString());
    }

    /** A map's entries have no order of their own: they are sorted, or equal rows could differ in text. */
    private static String columns(Dataset<Row> rows) {
        return String.join(
                ", ",
                Arrays.stream(rows.schema().fields()).map(TableDigest::column).toList());
    }

    private static String column(StructField field) {
        String name = "`" + field.name() + "`";
        return field.dataType() instanceof MapType ? "array_sort(map_entries(" + name + ")) AS " + name : name;
    }
}
