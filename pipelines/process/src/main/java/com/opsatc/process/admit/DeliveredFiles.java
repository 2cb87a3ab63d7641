package com.opsatc.process.admit;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.document.RunManifest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The admitted files of a stream as far as they decide which of its rows speak. Nothing here depends on when a file arrived
 * or was written.
 *
 * @param stream with its settings filled in
 * @param files digests of the files that take part
 * @param delivered by digest, when a file was delivered, as text that orders as time does; a file that nothing dates is
 *     absent
 * @param superseded digests of files that stand aside for a later one of their name
 * @param populations how many populations the source's extracts hold; 0 where the connector declares none
 */
public record DeliveredFiles(
        StreamSpec stream, Set<String> files, Map<String, String> delivered, Set<String> superseded, long populations) {
    public DeliveredFiles {
        requireNonNull(stream, "stream");
        files = Set.copyOf(files);
        delivered = Map.copyOf(delivered);
        superseded = Set.copyOf(superseded);
    }

    /** @param inputs of the source, in any order; those of other streams are left out */
    public static DeliveredFiles of(StreamSpec stream, Collection<RunManifest.Input> inputs, long populations) {
        Set<String> files = new TreeSet<>();
        Map<String, String> delivered = new TreeMap<>();
        Set<String> superseded = new TreeSet<>();
        for (RunManifest.Input input : inputs) {
            if (!input.stream().equals(stream.name())) {
                continue;
            }

            if (standsAside(stream, input)) {
                superseded.add(input.file().hex());
            } else {
                files.add(input.file().hex());
                if (input.delivered() != null) {
                    delivered.put(input.file().hex(), input.delivered());
                }
            }
        }

        return new DeliveredFiles(stream, files, delivered, superseded, populations);
    }

    /** Whether a file stands aside because another lies under its name now. */
    public static boolean standsAside(StreamSpec stream, RunManifest.Input input) {
        return input.replacedBy() != null && stream.supersedes();
    }

    /** Whether the date of a delivery can tell versions apart. */
    boolean isDated() {
        return !delivered.isEmpty();
    }

    /** Whether it can for some files only. */
    boolean isDatedInPart() {
        return isDated() && delivered.size() < files.size();
    }

    /** The columns whose latest value in a file can tell versions apart. */
    List<String> latestColumns() {
        return files.size() > 1 ? stream.latestColumns() : List.of();
    }

    boolean isOfSeveralPopulations() {
        return populations > 1 && stream.population() != null;
    }

    /** The rows of files that take part. */
    public Dataset<Row> partaking(Dataset<Row> rows) {
        return superseded.isEmpty()
                ? rows
                : rows.where(not(col("_file").isin(superseded.stream().sorted().toArray())));
    }
}
