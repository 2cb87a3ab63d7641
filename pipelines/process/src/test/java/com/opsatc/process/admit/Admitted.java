package com.opsatc.process.admit;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.process.admit.map.Mapping;
import com.opsatc.process.admit.map.MappingCounts;
import com.opsatc.process.admit.read.Admission;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.Inventory;
import com.opsatc.process.admit.read.KnownFiles;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.admit.read.StreamBatch;
import com.opsatc.process.testing.LocalSpark;
import com.opsatc.process.testing.RealData;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A source taken through inspection, admission and the choice of winners, as a run does it. */
public record Admitted(SourceSpec source, List<ExtractFile> files, Map<String, StreamBatch> batches) {
    public static Admitted of(String connector, Path path, Map<String, String> settings) {
        return of(Connectors.load(RealData.conf()).require(connector), path, settings);
    }

    public static Admitted of(Connector connector, Path path, Map<String, String> settings) {
        SourceSpec source = new SourceSpec("source", connector, path, ZoneId.of("Europe/Berlin"), settings);
        List<ExtractFile> files = Inventory.inspect(source, KnownFiles.NONE, ProgressSink.NONE);
        Map<String, StreamBatch> batches = new LinkedHashMap<>();
        for (String stream : connector.streams().keySet()) {
            batches.put(stream, Admission.read(LocalSpark.session(), source, stream, files, null));
        }

        return new Admitted(source, files, batches);
    }

    Dataset<Row> resolved(String stream) {
        return Duplicates.resolve(batches.get(stream).accepted(), deliveries(stream));
    }

    DeliveredFiles deliveries(String stream) {
        Map<String, Dataset<Row>> accepted = new LinkedHashMap<>();
        batches.forEach((name, batch) -> accepted.put(name, batch.accepted()));
        StreamSpec spec = source.connector().stream(stream);
        return DeliveredFiles.of(
                spec,
                files.stream()
                        .filter(file -> file.status() == ExtractFile.Status.ADMITTED)
                        .map(file -> new RunManifest.Input(
                                source.source(),
                                file.stream(),
                                file.digest(),
                                file.name(),
                                spec.deliveredAt(file.name())
                                        .map(Object::toString)
                                        .orElse(null),
                                null,
                                file.bytes(),
                                file.read()))
                        .toList(),
                Populations.count(source, accepted));
    }

    public Map<String, Dataset<Row>> winners() {
        Map<String, Dataset<Row>> winners = new LinkedHashMap<>();
        batches.keySet().forEach(stream -> winners.put(stream, Duplicates.winners(resolved(stream))));
        return winners;
    }

    public Dataset<Row> events() {
        return Mapping.events(source, winners()).made();
    }

    public MappingCounts counts() {
        return MappingCounts.of(source, Mapping.objects(source, winners()), Mapping.events(source, winners()));
    }

    public Dataset<Row> objects() {
        return Mapping.objects(source, winners()).made();
    }
}
