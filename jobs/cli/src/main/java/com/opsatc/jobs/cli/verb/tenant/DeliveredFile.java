package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.tenancy.run.AttemptDocuments;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.WithdrawnFiles;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An extract file that a run of the tenant has seen, or that is withdrawn.
 *
 * @param status {@code counted}, {@code refused} or {@code withdrawn}: the last from the next run on
 * @param rows read from it; 0 for one that was refused
 */
record DeliveredFile(String source, Sha256 file, String name, String status, long rows) {
    static final String COUNTED = "counted";
    static final String REFUSED = "refused";
    static final String WITHDRAWN = "withdrawn";

    /** All of them, by source and name: those of the latest run, those of the latest attempt that failed, and the withdrawn. */
    static List<DeliveredFile> list(TenantScope scope) {
        Map<String, DeliveredFile> files = new LinkedHashMap<>();
        Heads.latest(scope).ifPresent(head -> {
            try {
                RunManifest manifest = Published.of(scope, head).manifest();
                manifest.inputs().forEach(input -> put(files, of(input)));
                manifest.withdrawn().forEach(input -> put(files, of(input)));
            } catch (PipelineException e) {
                requireDamaged(e);
            }
            Published.leftOf(scope, head, Documents.QUALITY.name()).ifPresent(document -> refused(files, document));
        });
        RunLedger.list(scope).stream()
                .map(run -> AttemptDocuments.quality(scope, run.attemptId()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(document -> refused(files, document));
        WithdrawnFiles.list(scope).forEach(file -> {
            DeliveredFile known = files.get(key(file.source(), file.file()));
            files.put(
                    key(file.source(), file.file()),
                    new DeliveredFile(
                            file.source(), file.file(), file.name(), WITHDRAWN, known == null ? 0 : known.rows()));
        });

        return sorted(files.values());
    }

    /** What is damaged keeps nobody from withdrawing a file: that may be what the next run needs to make it anew. */
    private static void requireDamaged(PipelineException failure) {
        if (failure.code() != ErrorCode.STORE) {
            throw failure;
        }
    }

    private static void refused(Map<String, DeliveredFile> files, byte[] quality) {
        CanonicalJson.read(quality, QualityDocument.class).files().stream()
                .filter(file -> !file.status().equals(FileQuality.WITHDRAWN))
                .forEach(file -> put(
                        files,
                        new DeliveredFile(
                                file.source(),
                                file.file(),
                                file.name(),
                                file.status().equals(FileQuality.REFUSED) ? REFUSED : COUNTED,
                                file.read())));
    }

    private static DeliveredFile of(RunManifest.Input input) {
        return new DeliveredFile(input.source(), input.file(), input.name(), COUNTED, input.rows());
    }

    private static void put(Map<String, DeliveredFile> files, DeliveredFile file) {
        files.putIfAbsent(key(file.source, file.file), file);
    }

    private static String key(String source, Sha256 file) {
        return source + "/" + file.hex();
    }

    private static List<DeliveredFile> sorted(Collection<DeliveredFile> files) {
        return files.stream()
                .sorted(java.util.Comparator.comparing(DeliveredFile::source)
                        .thenComparing(DeliveredFile::name)
                        .thenComparing(DeliveredFile::file))
                .toList();
    }
}
