package com.opsatc.process.run;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.RunManifestBuilder;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.publish.DocumentFolder;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.run.input.RunMeaning;
import com.opsatc.process.run.input.SourceFilesSeen;
import com.opsatc.process.run.stage.CanonicalStage.CanonicalSource;
import com.opsatc.process.run.stage.ProcessState;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.TableDigest;
import com.opsatc.process.store.TableSpec;
import com.opsatc.tenancy.store.StoreLocation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Draws up the manifest of a computed attempt: what it was made from, what it wrote, and how its rows add up. */
final class Manifests {
    private Manifests() {}

    static RunManifest of(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            RunMeaning meaning,
            List<SourceFilesSeen> seen,
            AttemptTables tables,
            DocumentFolder folder,
            List<ProcessState> processes,
            String runId,
            LocalDate logicalDate,
            LocalDate watermark,
            Optional<Sha256> previous) {
        List<FileQuality> files =
                processes.stream().flatMap(ProcessState::files).toList();
        return RunManifestBuilder.builder()
                .schema(SchemaFile.MANIFEST.id())
                .schemaVersion(SchemaFile.MANIFEST.version())
                .tenant(request.tenant())
                .region(environment.scope().region().value())
                .runId(runId)
                .attemptId(request.attemptId())
                .logicalDate(logicalDate)
                .watermark(watermark)
                .zone(request.zone())
                .inputs(meaning.inputs())
                .withdrawn(RunMeaning.ordered(seen.stream()
                        .flatMap(source -> source.keptWithdrawn().stream())
                        .toList()))
                .readings(configuration.readings())
                .snapshots(tables.snapshots())
                .tableDigests(digests(tables, processes))
                .tableFiles(tableFiles(request.tenant(), tables, folder))
                .documents(folder.documents())
                .read(sum(files, FileQuality::read))
                .admitted(sum(files, FileQuality::admitted))
                .quarantined(sum(files, FileQuality::quarantined))
                .duplicate(sum(files, FileQuality::duplicate))
                .definitions(configuration.definitionRefs())
                .configuration(configuration.digest())
                .codeVersion(request.codeVersion())
                .keyVersion(environment.scope().keyVersion())
                .previousManifest(previous.orElse(null))
                .build();
    }

    private static RunManifest.Document tableFiles(TenantId tenant, AttemptTables tables, DocumentFolder folder) {
        String lines = tables.files().stream()
                .map(file -> StoreLocation.relative(tenant, file) + "\n")
                .collect(Collectors.joining());
        return folder.storage(RunManifest.TABLE_FILES, lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Digests of the canonical tables: all later tables and figures follow from them. */
    private static SortedMap<String, Sha256> digests(AttemptTables tables, List<ProcessState> processes) {
        SortedMap<String, Sha256> digests = new TreeMap<>();
        for (ProcessState process : processes) {
            for (CanonicalSource canonical : process.canonical()) {
                String source = canonical.source().source();
                for (TableSpec table : List.of(
                        CanonicalTables.events(source),
                        CanonicalTables.objects(source),
                        CanonicalTables.eventObjects(source))) {
                    // Slots are other numbers for every tenant.
                    digests.put(table.name(), TableDigest.of(tables.read(table).drop(CanonicalTables.SLOT)));
                }
                if (canonical.source().connector().tellsObjects()) {
                    TableSpec table = CanonicalTables.objectEvents(source);
                    digests.put(table.name(), TableDigest.of(tables.read(table)));
                }
            }
        }

        return digests;
    }

    private static long sum(List<FileQuality> files, ToLongFunction<FileQuality> count) {
        return files.stream().mapToLong(count).sum();
    }
}
