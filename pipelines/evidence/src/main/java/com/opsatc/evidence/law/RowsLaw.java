package com.opsatc.evidence.law;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows are counted where files are read, where they are admitted, where they are kept out, by reason, and where mappings see
 * them: read = admitted + kept out for all reasons + duplicate, of a source; and each mapping saw what its stream admitted.
 */
final class RowsLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.ROWS;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        documents.find(Documents.QUALITY).ifPresent(quality -> {
            quality.files().stream()
                    .map(FileQuality::source)
                    .distinct()
                    .forEach(source -> equations.add(read(quality, source)));
            quality.mappings().forEach(mapping -> equations.add(seen(quality, mapping)));
        });
        return equations;
    }

    private static Equation read(QualityDocument quality, String source) {
        List<FileQuality> files = quality.files().stream()
                .filter(file -> file.source().equals(source))
                .toList();
        List<QuarantineCount> reasons = quality.quarantine().stream()
                .filter(reason -> reason.source().equals(source))
                .toList();
        BigInteger known = Sums.of(files, FileQuality::admitted)
                .add(Sums.of(reasons, QuarantineCount::rows))
                .add(Sums.of(files, FileQuality::duplicate));
        return new Equation(
                source,
                "rows read",
                Sums.of(files, FileQuality::read),
                "rows admitted, kept out for any reason, and duplicate",
                known);
    }

    private static Equation seen(QualityDocument quality, MappingCount mapping) {
        List<FileQuality> files = quality.files().stream()
                .filter(file ->
                        file.source().equals(mapping.source()) && file.stream().equals(mapping.stream()))
                .toList();
        return new Equation(
                mapping.source(),
                "rows that a mapping saw",
                BigInteger.valueOf(mapping.rows()),
                "rows that its stream admitted",
                Sums.of(files, FileQuality::admitted));
    }
}
