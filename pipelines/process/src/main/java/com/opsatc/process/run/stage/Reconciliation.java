package com.opsatc.process.run.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.process.admit.DeliveredFiles;
import com.opsatc.process.admit.Duplicates;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Accounts for every row of every file: read = admitted + quarantined + duplicate.
 *
 * <p>Every row of a file that stands aside for a later one of its name is a duplicate, whether it had been accepted or not:
 * that name delivers the later file's rows now. What was read is the inspection's own count of records; the other three are counted in the tables. A file that does
 * not add up cannot be written into a quality document at all.
 */
final class Reconciliation {
    private static final int PLACES = 5;

    private Reconciliation() {}

    static List<FileQuality> files(
            SourceSpec sourceSpec,
            List<RunManifest.Input> inputs,
            List<FileQuality> refused,
            Map<String, Dataset<Row>> resolved,
            Dataset<Row> quarantine) {
        String source = sourceSpec.source();
        Map<String, long[]> counts = new HashMap<>();
        resolved.entrySet().stream()
                .map(stream -> stream.getValue()
                        .select(lit(stream.getKey()).as("stream"), col("_file"), col(Duplicates.WINNER)))
                .reduce(Dataset::union)
                .orElseThrow()
                .groupBy("stream", "_file")
                .agg(expr("count_if(" + Duplicates.WINNER + ")"), expr("count_if(NOT " + Duplicates.WINNER + ")"))
                .collectAsList()
                .forEach(row -> counts.put(
                        key(row.getString(0), row.getString(1)), new long[] {row.getLong(2), row.getLong(3)}));
        Map<String, Long> keptOut = new HashMap<>();
        quarantine
                .groupBy("stream", "file")
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> keptOut.put(key(row.getString(0), row.getString(1)), row.getLong(2)));
        List<FileQuality> files = new ArrayList<>();
        for (RunManifest.Input input : inputs) {
            String key = key(input.stream(), input.file().hex());
            long[] accepted = counts.getOrDefault(key, new long[2]);
            long quarantined = keptOut.getOrDefault(key, 0L);
            boolean aside = DeliveredFiles.standsAside(sourceSpec.connector().stream(input.stream()), input);
            files.add(new FileQuality(
                    source,
                    input.stream(),
                    input.file(),
                    input.name(),
                    aside ? FileQuality.SUPERSEDED : FileQuality.ADMITTED,
                    null,
                    input.bytes(),
                    input.rows(),
                    accepted[0],
                    aside ? 0 : quarantined,
                    aside ? accepted[1] + quarantined : accepted[1]));
        }

        refused.stream().filter(file -> file.source().equals(source)).forEach(files::add);
        files.sort(Comparator.comparing(FileQuality::stream)
                .thenComparing(FileQuality::file)
                .thenComparing(FileQuality::name));
        return files;
    }

    /** How many rows were kept out for each reason, with the places of the first few; not those of files that stand aside. */
    static List<QuarantineCount> reasons(SourceSpec source, List<FileQuality> files, Dataset<Row> keptOut) {
        Object[] aside = files.stream()
                .filter(file -> file.status().equals(FileQuality.SUPERSEDED))
                .map(file -> file.file().hex())
                .toArray();
        Dataset<Row> quarantine =
                aside.length == 0 ? keptOut : keptOut.where(not(col("file").isin(aside)));
        var ordered = Window.partitionBy("stream", "reason").orderBy(col("file"), col("row"));
        var whole = Window.partitionBy("stream", "reason");
        List<Row> rows = quarantine
                .withColumn("place", row_number().over(ordered))
                .withColumn("total", count(lit(1)).over(whole))
                .where(col("place").leq(PLACES))
                .orderBy("stream", "reason", "place")
                .select("stream", "reason", "total", "file", "row")
                .collectAsList();
        Map<String, Long> totals = new TreeMap<>();
        Map<String, List<Citation>> places = new TreeMap<>();
        Map<String, Row> heads = new TreeMap<>();
        for (Row row : rows) {
            String key = key(row.getString(0), row.getString(1));
            heads.putIfAbsent(key, row);
            totals.put(key, row.getLong(2));
            places.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new Citation(source.connector().system(), new Sha256(row.getString(3)), row.getLong(4)));
        }

        return heads.entrySet().stream()
                .map(entry -> new QuarantineCount(
                        source.source(),
                        entry.getValue().getString(0),
                        entry.getValue().getString(1),
                        totals.get(entry.getKey()),
                        places.get(entry.getKey())))
                .toList();
    }

    private static String key(String stream, String other) {
        return stream + "\u0000" + other;
    }
}
