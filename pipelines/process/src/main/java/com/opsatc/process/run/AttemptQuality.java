package com.opsatc.process.run;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.run.stage.AdmittedSource;
import com.opsatc.tenancy.run.AttemptDocuments;
import java.time.LocalDate;
import java.util.List;

/** Keeps what an attempt that publishes nothing read, kept out and judged, for whoever asks why. */
final class AttemptQuality {
    private AttemptQuality() {}

    /** Writes it; its header names the attempt, and the date asked for or that of the attempt. */
    static void keep(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            List<AdmittedSource> admitted) {
        LocalDate date = request.logicalDate() == null
                ? request.startedAt().atZone(configuration.zone()).toLocalDate()
                : request.logicalDate();
        QualityDocument document = new QualityDocument(
                new DocumentHeader(
                        SchemaFile.QUALITY.id(),
                        SchemaFile.QUALITY.version(),
                        request.tenant(),
                        request.attemptId(),
                        date,
                        request.zone(),
                        "opsatc " + request.codeVersion()),
                admitted.stream().flatMap(source -> source.files().stream()).toList(),
                admitted.stream()
                        .flatMap(source -> source.quarantine().stream())
                        .toList(),
                admitted.stream().flatMap(source -> source.rules().stream()).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        byte[] bytes = CanonicalJson.write(document);
        ContractSchemas.validate(SchemaFile.QUALITY, bytes);
        AttemptDocuments.keepQuality(environment.scope(), request.attemptId(), bytes);
    }
}
