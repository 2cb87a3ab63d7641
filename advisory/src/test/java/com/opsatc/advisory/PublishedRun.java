package com.opsatc.advisory;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.RunManifestBuilder;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.NewHead;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes documents as a run does: stored, named by a signed manifest, then a head. */
final class PublishedRun {
    static final String MANIFEST = "manifest.json";
    private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");

    private PublishedRun() {}

    /** Where a document of a tenant's nth head lies in its store. */
    static String path(long sequence, String name) {
        return "documents/a" + sequence + "/" + name;
    }

    public static void publish(Tenancy tenancy, TenantId tenant, long previous, Map<String, byte[]> documents) {
        long sequence = previous + 1;
        String attempt = "a" + sequence;
        try (TenantScope scope = scope(tenancy, tenant)) {
            RunLedger.start(scope, attempt, NOW);
            RunLedger.identify(scope, attempt, "run-" + attempt, LocalDate.of(2026, 3, 31));
            List<RunManifest.Document> listed = new TreeMap<>(documents)
                    .entrySet().stream()
                            .map(document -> store(scope, sequence, document.getKey(), document.getValue()))
                            .toList();
            byte[] manifest = CanonicalJson.write(manifest(tenant, "run-" + attempt, attempt, listed));
            scope.store().write(path(sequence, MANIFEST), manifest);
            scope.store()
                    .write(
                            path(sequence, MANIFEST) + Published.SIGNATURE_SUFFIX,
                            scope.signer().sign(manifest));
            Heads.publish(
                    scope,
                    new NewHead(
                            previous,
                            "run-" + attempt,
                            attempt,
                            path(sequence, MANIFEST),
                            Sha256.of(manifest),
                            WorkflowSwitch.read(scope).epoch(),
                            NOW,
                            NewHead.Kind.ALL,
                            List.of()));
        }
    }

    /** Puts other bytes, properly encrypted for that very path, in the place of a document of the first head. */
    static void replace(Tenancy tenancy, TenantId tenant, String name, byte[] other) {
        try (TenantScope scope = scope(tenancy, tenant)) {
            scope.store().delete(path(1, name));
            scope.store().write(path(1, name), other);
        }
    }

    private static TenantScope scope(Tenancy tenancy, TenantId tenant) {
        return tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
    }

    private static RunManifest.Document store(TenantScope scope, long sequence, String name, byte[] bytes) {
        scope.store().write(path(sequence, name), bytes);
        return new RunManifest.Document(
                name, path(sequence, name), "application/octet-stream", bytes.length, Sha256.of(bytes));
    }

    private static RunManifest manifest(
            TenantId tenant, String runId, String attemptId, List<RunManifest.Document> documents) {
        return RunManifestBuilder.builder()
                .schema(SchemaFile.MANIFEST.id())
                .schemaVersion(SchemaFile.MANIFEST.version())
                .tenant(tenant)
                .region("local")
                .runId(runId)
                .attemptId(attemptId)
                .logicalDate(LocalDate.of(2026, 3, 31))
                .watermark(LocalDate.of(2026, 3, 31))
                .zone("UTC")
                .readings(new TreeMap<>())
                .snapshots(new TreeMap<>())
                .tableDigests(new TreeMap<>())
                .documents(documents)
                .read(0)
                .admitted(0)
                .quarantined(0)
                .duplicate(0)
                .configuration(Sha256.of("configuration"))
                .codeVersion("0.1.0")
                .keyVersion(1)
                .build();
    }
}
