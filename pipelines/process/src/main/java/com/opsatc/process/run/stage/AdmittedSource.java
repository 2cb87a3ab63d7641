package com.opsatc.process.run.stage;

import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.document.QualityDocument.RuleOutcome;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.store.KeptRows;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A source after admission.
 *
 * @param winners by stream: of all rows ever accepted, the one that speaks for each key
 * @param kept the rows that the winners are read from, kept until the source is released
 * @param streams which rows of every stream speak, and why
 * @param files every input ever admitted and every file refused now, reconciled
 */
public record AdmittedSource(
        SourceSpec source,
        Map<String, Dataset<Row>> winners,
        List<KeptRows> kept,
        List<FileQuality> files,
        List<QuarantineCount> quarantine,
        List<RuleOutcome> rules,
        List<StreamQuality> streams) {
    public AdmittedSource {
        winners = new TreeMap<>(winners);
        kept = List.copyOf(kept);
        files = List.copyOf(files);
        quarantine = List.copyOf(quarantine);
        rules = List.copyOf(rules);
        streams = List.copyOf(streams);
    }
}
