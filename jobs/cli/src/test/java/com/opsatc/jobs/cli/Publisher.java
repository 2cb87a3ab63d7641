package com.opsatc.jobs.cli;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.RunManifestBuilder;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.Head;
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
import com.opsatc.tenancy.tenant.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes documents as a run does: stored, named by a signed manifest, then a head. */
public final class Publisher {
    private static final String FIRST = "a1";
    private static final String RUN = "0123456789abcdef";

    private Publisher() {}

    /** Adds a tenant and publishes its first head. */
    public static void publish(TestHome home, TenantId tenant, Map<String, byte[]> documents) {
        try (Tenancy tenancy = home.open()) {
            Tenants.of(tenancy).add(tenant, new Region("local"), ZoneId.of("UTC"), CommandRun.NOW);
            try (TenantScope scope = scope(tenancy, tenant)) {
                head(scope, FIRST, documents, manifest(tenant));
            }
        }
    }

    /** Publishes a further head of a tenant, by an attempt of that name, as the manifest says. */
    public static void publishFurther(
            TestHome home, TenantId tenant, String attempt, Map<String, byte[]> documents, RunManifest manifest) {
        try (Tenancy tenancy = home.open();
                TenantScope scope = scope(tenancy, tenant)) {
            head(scope, attempt, documents, manifest);
        }
    }

    private static void head(TenantScope scope, String attempt, Map<String, byte[]> documents, RunManifest manifest) {
        String folder = folder(attempt);
        RunLedger.start(scope, attempt, CommandRun.NOW);
        RunLedger.identify(scope, attempt, manifest.runId(), manifest.logicalDate());
        List<RunManifest.Document> listed = new TreeMap<>(documents)
                .entrySet().stream()
                        .map(document -> store(scope, folder, document.getKey(), document.getValue()))
                        .toList();
        byte[] bytes = CanonicalJson.write(RunManifestBuilder.builder(manifest)
                .attemptId(attempt)
                .documents(listed)
                .build());
        scope.store().write(folder + "manifest.json", bytes);
        scope.store()
                .write(
                        folder + "manifest.json" + Published.SIGNATURE_SUFFIX,
                        scope.signer().sign(bytes));
        Heads.publish(
                scope,
                new NewHead(
                        Heads.latest(scope).map(Head::sequence).orElse(0L),
                        manifest.runId(),
                        attempt,
                        folder + "manifest.json",
                        Sha256.of(bytes),
                        WorkflowSwitch.read(scope).epoch(),
                        CommandRun.NOW,
                        NewHead.Kind.ALL,
                        List.of()));
    }

    /** Puts other bytes, properly encrypted for that very path, in the place of a stored file. */
    static void replace(TestHome home, TenantId tenant, String name, byte[] other) {
        try (Tenancy tenancy = home.open();
                TenantScope scope = scope(tenancy, tenant)) {
            scope.store().delete(folder(FIRST) + name);
            scope.store().write(folder(FIRST) + name, other);
        }
    }

    private static TenantScope scope(Tenancy tenancy, TenantId tenant) {
        return tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
    }

    private static String folder(String attempt) {
        return "documents/" + attempt + "/";
    }

    private static RunManifest.Document store(TenantScope scope, String folder, String name, byte[] bytes) {
        scope.store().write(folder + name, bytes);

        return new RunManifest.Document(
                name, folder + name, "application/octet-stream", bytes.length, Sha256.of(bytes));
    }

    /** Of the first head, without its documents. */
    public static RunManifest manifest(TenantId tenant) {
        return RunManifestBuilder.builder()
                .schema(SchemaFile.MANIFEST.id())
                .schemaVersion(SchemaFile.MANIFEST.version())
                .tenant(tenant)
                .region("local")
                .runId(RUN)
                .attemptId(FIRST)
                .logicalDate(LocalDate.of(2026, 3, 4))
                .watermark(LocalDate.of(2026, 3, 4))
                .zone("UTC")
                .readings(new TreeMap<>())
                .snapshots(new TreeMap<>())
                .tableDigests(new TreeMap<>())
                .documents(List.of())
                .read(10)
                .admitted(7)
                .quarantined(2)
                .duplicate(1)
                .configuration(Sha256.of("configuration"))
                .codeVersion("0.1.0")
                .keyVersion(1)
                .build();
    }
}
