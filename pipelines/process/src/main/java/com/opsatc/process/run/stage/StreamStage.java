package com.opsatc.process.run.stage;

import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.contract.quality.StreamQuality.SupersededFile;
import com.opsatc.process.admit.DeliveredFiles;
import com.opsatc.process.admit.Versions;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says of each stream of a source which of its rows speak, and why. */
final class StreamStage {
    private StreamStage() {}

    /**
     * @param inputs of the source, every one ever admitted
     * @param files what became of each
     */
    static List<StreamQuality> of(
            String source,
            Map<String, DeliveredFiles> deliveries,
            Map<String, Dataset<Row>> resolved,
            List<RunManifest.Input> inputs,
            List<FileQuality> files) {
        return deliveries.entrySet().stream()
                .map(stream -> of(
                        source,
                        stream.getValue(),
                        resolved.get(stream.getKey()),
                        inputs.stream()
                                .filter(input -> input.stream().equals(stream.getKey()))
                                .filter(input -> DeliveredFiles.standsAside(stream.getValue().stream(), input))
                                .map(input -> new SupersededFile(
                                        input.file(), input.name(), input.replacedBy(), input.rows()))
                                .toList(),
                        files.stream()
                                .filter(file -> file.stream().equals(stream.getKey()))
                                .filter(file -> file.status().equals(FileQuality.ADMITTED))
                                .mapToLong(FileQuality::duplicate)
                                .sum()))
                .toList();
    }

    /** @param duplicates rows of files that take part which do not speak */
    private static StreamQuality of(
            String source,
            DeliveredFiles deliveries,
            Dataset<Row> resolved,
            List<SupersededFile> superseded,
            long duplicates) {
        StreamSpec stream = deliveries.stream();
        boolean keyed = !stream.key().isEmpty();
        Versions versions = keyed && duplicates > 0 ? Versions.of(resolved, deliveries) : Versions.none();
        return new StreamQuality(
                source,
                stream.name(),
                cursor(stream, deliveries),
                deliveries.files().size(),
                deliveries.delivered().size(),
                versions.decided(),
                versions.conflicts(),
                keyed ? null : stream.redelivery(),
                keyed ? 0 : duplicates,
                stream.sameName(),
                superseded,
                deliveries.populations());
    }

    private static String cursor(StreamSpec stream, DeliveredFiles deliveries) {
        if (stream.cursor() != null) {
            return StreamQuality.COLUMN;
        }
        if (stream.key().isEmpty()) {
            return StreamQuality.NONE;
        }
        if (!deliveries.delivered().isEmpty()) {
            return StreamQuality.DELIVERY;
        }

        return stream.latestColumns().isEmpty() ? StreamQuality.NONE : StreamQuality.LATEST_INSTANT;
    }
}
