package com.opsatc.process.publish;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.FileQuality;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.QualityDocument.RuleOutcome;
import com.opsatc.contract.RunManifest;
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
 * Adds the new files of a source to what was ever admitted, decides which rows speak, and holds the streams to their gates.
 *
 * <p>Which row speaks is decided over all rows ever accepted, so that a file delivered late leaves the state that on-time
 * delivery would have left.
 */
final class AdmitStage {
    private AdmitStage() {}

    /**
     * @param inputs every input of all sources, this run's new ones included
     * @param refused files of all sources that were refused as a whole
     * @param rules DQDL text by stream
     */
    static AdmittedSource run(
            SparkSession session,
            AttemptTables tables,
            SourceFilesSeen seen,
            List<RunManifest.Input> inputs,
            List<FileQuality> refused,
            Map<String, String> rules) {
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

            Dataset<Row> rows = Duplicates.resolve(
                            AdmittedTables.asAccepted(tables.read(AdmittedTables.accepted(source, stream))))
                    .persist();
            resolved.put(stream, rows);
            winners.put(stream, Duplicates.winners(rows));
        }

        if (quarantined != null) {
            tables.append(AdmittedTables.quarantine(source), quarantined);
        }

        Dataset<Row> keptOut = tables.read(AdmittedTables.quarantine(source));
        return new AdmittedSource(
                source,
                winners,
                List.copyOf(resolved.values()),
                Reconciliation.files(source, inputs, refused, resolved, keptOut),
                Reconciliation.reasons(source, keptOut),
                gate(source, winners, rules));
    }

    /** Frees what the stage kept in memory. */
    static void release(AdmittedSource admitted) {
        admitted.kept().forEach(Dataset::unpersist);
    }

    private static List<RuleOutcome> gate(
            SourceSpec source, Map<String, Dataset<Row>> winners, Map<String, String> rules) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        rules.forEach((stream, text) ->
                outcomes.addAll(QualityGate.evaluate(source.source(), stream, winners.get(stream), text)));
        List<RuleOutcome> failed = outcomes.stream()
                .filter(rule -> rule.outcome().equals("failed"))
                .toList();
        if (!failed.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.QUALITY_GATE,
                    "Source " + source.source() + " fails its quality gate, nothing was published: "
                            + String.join(
                                    "; ",
                                    failed.stream()
                                            .map(rule -> rule.stream() + ": " + rule.rule() + " (measured "
                                                    + rule.measured() + ")")
                                            .toList())
                            + "; deliver a corrected extract, or change the rule in conf/quality");
        }

        return outcomes;
    }
}
