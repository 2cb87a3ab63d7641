package com.opsatc.process.run.stage;

import com.opsatc.contract.document.QualityDocument.RuleOutcome;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.process.admit.DeliveredFiles;
import com.opsatc.process.admit.Duplicates;
import com.opsatc.process.admit.Populations;
import com.opsatc.process.admit.QualityGate;
import com.opsatc.process.admit.read.Admission;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.admit.read.StreamBatch;
import com.opsatc.process.run.input.AdmittedTables;
import com.opsatc.process.run.input.SourceFilesSeen;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.KeptRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Adds the new files of a source to what was ever admitted, decides which rows speak, and judges the streams by their rules.
 *
 * <p>Which row speaks is decided over all rows ever accepted, so that a file delivered late leaves the state that on-time
 * delivery would have left.
 */
public final class AdmitStage {
    private AdmitStage() {}

    /**
     * @param rules DQDL text by stream
     * @param keyReference of the tenant under whose key actors get their numbers
     */
    public static AdmittedSource run(
            SparkSession session,
            AttemptTables tables,
            SourceFilesSeen seen,
            Map<String, String> rules,
            String keyReference) {
        SourceSpec source = seen.source();
        append(session, tables, seen, keyReference);
        Map<String, Dataset<Row>> accepted = new TreeMap<>();
        source.connector()
                .streams()
                .keySet()
                .forEach(stream ->
                        accepted.put(stream, counted(seen, tables.read(AdmittedTables.accepted(source, stream)))));
        Map<String, DeliveredFiles> deliveries = deliveries(seen, accepted);
        List<KeptRows> kept = new ArrayList<>();
        Map<String, Dataset<Row>> resolved = new TreeMap<>();
        Map<String, Dataset<Row>> winners = new TreeMap<>();
        accepted.forEach((stream, all) -> {
            KeptRows rows = new KeptRows(Duplicates.resolve(all, deliveries.get(stream)));
            kept.add(rows);
            resolved.put(stream, rows.rows());
            winners.put(stream, Duplicates.winners(rows.rows()));
        });
        Dataset<Row> keptOut = AdmittedTables.counted(tables.read(AdmittedTables.quarantine(source)), "file", seen);
        List<FileQuality> files = Reconciliation.files(source, seen.inputs(), seen.setAside(), resolved, keptOut);
        return new AdmittedSource(
                source,
                winners,
                kept,
                files,
                Reconciliation.reasons(source, files, keptOut),
                outcomes(seen, winners, rules),
                StreamStage.of(source.source(), deliveries, resolved, seen.inputs(), files));
    }

    /** The rows that would speak if the new files were admitted, by stream; nothing is written. */
    public static Map<String, Dataset<Row>> foreseen(SparkSession session, AttemptTables tables, SourceFilesSeen seen) {
        SourceSpec source = seen.source();
        Map<String, Dataset<Row>> accepted = new TreeMap<>();
        for (String stream : source.connector().streams().keySet()) {
            List<ExtractFile> files = toRead(seen, stream);
            Dataset<Row> rows = tables.read(AdmittedTables.accepted(source, stream));
            if (!files.isEmpty()) {
                rows = rows.unionByName(AdmittedTables.stored(
                        Admission.read(session, source, stream, files, null).accepted()));
            }

            accepted.put(stream, counted(seen, rows));
        }

        Map<String, DeliveredFiles> deliveries = deliveries(seen, accepted);
        Map<String, Dataset<Row>> winners = new TreeMap<>();
        accepted.forEach((stream, rows) ->
                winners.put(stream, Duplicates.winners(Duplicates.resolve(rows, deliveries.get(stream)))));
        return winners;
    }

    private static void append(SparkSession session, AttemptTables tables, SourceFilesSeen seen, String keyReference) {
        SourceSpec source = seen.source();
        Dataset<Row> quarantined = null;
        for (String stream : source.connector().streams().keySet()) {
            List<ExtractFile> files = toRead(seen, stream);
            if (!files.isEmpty()) {
                StreamBatch batch = Admission.read(session, source, stream, files, keyReference);
                tables.append(AdmittedTables.accepted(source, stream), AdmittedTables.stored(batch.accepted()));
                if (files.stream().anyMatch(ExtractFile::keepsOut)) {
                    quarantined = quarantined == null ? batch.quarantined() : quarantined.union(batch.quarantined());
                }
            }
        }

        if (quarantined != null) {
            tables.append(AdmittedTables.quarantine(source), quarantined);
        }
    }

    private static List<ExtractFile> toRead(SourceFilesSeen seen, String stream) {
        return seen.toRead().stream()
                .filter(file -> file.stream().equals(stream))
                .toList();
    }

    /** The rows of files that count, as admission knows them. */
    private static Dataset<Row> counted(SourceFilesSeen seen, Dataset<Row> stored) {
        return AdmittedTables.asAccepted(AdmittedTables.counted(stored, AdmittedTables.STORED_FILE, seen));
    }

    private static Map<String, DeliveredFiles> deliveries(SourceFilesSeen seen, Map<String, Dataset<Row>> accepted) {
        SourceSpec source = seen.source();
        List<RunManifest.Input> inputs = seen.inputs();
        Map<String, Dataset<Row>> partaking = new TreeMap<>();
        accepted.forEach((stream, rows) -> partaking.put(
                stream,
                DeliveredFiles.of(source.connector().stream(stream), inputs, 0).partaking(rows)));
        long populations = Populations.count(source, partaking);
        Map<String, DeliveredFiles> deliveries = new TreeMap<>();
        source.connector()
                .streams()
                .forEach((stream, spec) -> deliveries.put(stream, DeliveredFiles.of(spec, inputs, populations)));
        return deliveries;
    }

    /** Frees what the stage kept in memory. */
    public static void release(AdmittedSource admitted) {
        admitted.kept().forEach(KeptRows::close);
    }

    private static List<RuleOutcome> outcomes(
            SourceFilesSeen seen, Map<String, Dataset<Row>> winners, Map<String, String> rules) {
        String source = seen.source().source();
        Map<String, String> names = new TreeMap<>();
        seen.inputs().forEach(input -> names.putIfAbsent(input.file().hex(), input.name()));
        List<RuleOutcome> outcomes = new ArrayList<>();
        rules.forEach((stream, text) ->
                outcomes.addAll(QualityGate.evaluate(source, stream, winners.get(stream), text, names)));

        return outcomes;
    }
}
