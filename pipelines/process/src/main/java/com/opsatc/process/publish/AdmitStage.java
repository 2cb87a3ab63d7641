package com.opsatc.process.publish;

import com.opsatc.contract.QualityDocument.RuleOutcome;
import com.opsatc.process.admit.Admission;
import com.opsatc.process.admit.Duplicates;
import com.opsatc.process.admit.ExtractFile;
import com.opsatc.process.admit.QualityGate;
import com.opsatc.process.admit.SourceSpec;
import com.opsatc.process.admit.StreamBatch;
import com.opsatc.process.store.AttemptTables;
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
final class AdmitStage {
    private AdmitStage() {}

    /** @param rules DQDL text by stream */
    static AdmittedSource run(
            SparkSession session, AttemptTables tables, SourceFilesSeen seen, Map<String, String> rules) {
        SourceSpec source = seen.source();
        Map<String, Dataset<Row>> resolved = new TreeMap<>();
        Map<String, Dataset<Row>> winners = new TreeMap<>();
        Dataset<Row> quarantined = null;
        for (String stream : source.connector().streams().keySet()) {
            List<ExtractFile> files = seen.fresh().stream()
                    .filter(file -> file.stream().equals(stream))
                    .toList();
            if (!files.isEmpty()) {
                StreamBatch batch = Admission.read(session, source, stream, files);
                tables.append(AdmittedTables.accepted(source, stream), AdmittedTables.stored(batch.accepted()));
                quarantined = quarantined == null ? batch.quarantined() : quarantined.union(batch.quarantined());
            }

            Dataset<Row> rows = resolved(seen, tables.read(AdmittedTables.accepted(source, stream)))
                    .persist();
            resolved.put(stream, rows);
            winners.put(stream, Duplicates.winners(rows));
        }

        if (quarantined != null) {
            tables.append(AdmittedTables.quarantine(source), quarantined);
        }

        Dataset<Row> keptOut = AdmittedTables.counted(tables.read(AdmittedTables.quarantine(source)), "file", seen);
        return new AdmittedSource(
                source,
                winners,
                List.copyOf(resolved.values()),
                Reconciliation.files(source, seen.inputs(), seen.setAside(), resolved, keptOut),
                Reconciliation.reasons(source, keptOut),
                outcomes(source, winners, rules));
    }

    /** The rows that would speak if the new files were admitted, by stream; nothing is written. */
    static Map<String, Dataset<Row>> foreseen(SparkSession session, AttemptTables tables, SourceFilesSeen seen) {
        SourceSpec source = seen.source();
        Map<String, Dataset<Row>> winners = new TreeMap<>();
        for (String stream : source.connector().streams().keySet()) {
            List<ExtractFile> files = seen.fresh().stream()
                    .filter(file -> file.stream().equals(stream))
                    .toList();
            Dataset<Row> rows = tables.read(AdmittedTables.accepted(source, stream));
            if (!files.isEmpty()) {
                rows = rows.unionByName(AdmittedTables.stored(
                        Admission.read(session, source, stream, files).accepted()));
            }

            winners.put(stream, Duplicates.winners(resolved(seen, rows)));
        }

        return winners;
    }

    private static Dataset<Row> resolved(SourceFilesSeen seen, Dataset<Row> stored) {
        return Duplicates.resolve(
                AdmittedTables.asAccepted(AdmittedTables.counted(stored, AdmittedTables.STORED_FILE, seen)));
    }

    /** Frees what the stage kept in memory. */
    static void release(AdmittedSource admitted) {
        admitted.kept().forEach(Dataset::unpersist);
    }

    private static List<RuleOutcome> outcomes(
            SourceSpec source, Map<String, Dataset<Row>> winners, Map<String, String> rules) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        rules.forEach((stream, text) ->
                outcomes.addAll(QualityGate.evaluate(source.source(), stream, winners.get(stream), text)));

        return outcomes;
    }
}
