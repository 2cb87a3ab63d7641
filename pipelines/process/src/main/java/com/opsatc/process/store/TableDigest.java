package com.opsatc.process.store;

import static org.apache.spark.sql.functions.expr;

import com.opsatc.contract.id.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Digest of a table's rows as a multiset: the same rows give the same digest in any order, file layout or partitioning.
 *
 * <p>A row's text is its values, each after its length in bytes and a colon, {@code -} for none; lists and maps are written as JSON. Each row's SHA-256 is cut into eight 32-bit words; the words of all rows are added up, and the sums and the count are
 * hashed. Two tables that differ in one row, or in how often a row occurs, differ in their digests but for chance; it is a
 * fingerprint for comparing runs, not a proof against someone who can choose rows.
 */
public final class TableDigest {
    private static final int WORDS = 8;

    private TableDigest() {}

    public static Sha256 of(Dataset<Row> rows) {
        BigInteger[] totals = new BigInteger[1 + WORDS];
        Arrays.fill(totals, BigInteger.ZERO);
        rows.select(expr("concat(" + columns(rows) + ")"))
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(TableDigest::sums)
                .collect()
                .forEach(part -> Arrays.setAll(totals, i -> totals[i].add(BigInteger.valueOf(part[i]))));
        return Sha256.of(Arrays.stream(totals).map(total -> total + "\n").collect(Collectors.joining()));
    }

    /** Count, and the sum of each word: of fewer than 2<sup>31</sup> rows, which is what a task can hold, they fit. */
    private static Iterator<long[]> sums(Iterator<InternalRow> rows) {
        MessageDigest sha = Sha256.digest();
        long[] sums = new long[1 + WORDS];
        while (rows.hasNext()) {
            IntBuffer words = ByteBuffer.wrap(
                            sha.digest(rows.next().getUTF8String(0).getBytes()))
                    .asIntBuffer();
            sums[0]++;
            for (int word = 0; word < WORDS; word++) {
                sums[1 + word] = Math.addExact(sums[1 + word], Integer.toUnsignedLong(words.get(word)));
            }
        }

        return List.of(sums).iterator();
    }

    private static String columns(Dataset<Row> rows) {
        return String.join(
                ", ",
                Arrays.stream(rows.schema().fields()).map(TableDigest::column).toList());
    }

    private static String column(StructField field) {
        String text = text(field.dataType(), "`" + field.name() + "`");
        return "coalesce(concat(octet_length(" + text + "), ':', " + text + "), '-')";
    }

    /** A map's entries have no order of their own: they are sorted, or equal rows could differ in text. */
    private static String text(DataType type, String name) {
        if (type instanceof MapType) {
            return "to_json(array_sort(map_entries(" + name + ")))";
        }

        return type instanceof ArrayType || type instanceof StructType
                ? "to_json(" + name + ")"
                : "CAST(" + name + " AS STRING)";
    }
}
