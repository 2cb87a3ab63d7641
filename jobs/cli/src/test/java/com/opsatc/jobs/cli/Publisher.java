package com.opsatc.jobs.cli;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.RunManifestBuilder;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.tenancy.key.Region;
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
    private static final String FOLDER = "documents/a1/";
    private static final String RUN = "0123456789abcdef";

    private Publisher() {}

    /** Adds a tenant and publishes its first head. */
    public static void publish(TestHome home, TenantId tenant, Map<String, byte[]> documents) {
        try (Tenancy tenancy = home.open()) {
            Tenants.of(tenancy).add(tenant, new Region("local"), ZoneId.of("UTC"), CommandRun.NOW);
            try (TenantScope scope = scope(tenancy, tenant)) {
                RunLedger.start(scope, "a1", CommandRun.NOW);
                RunLedger.identify(scope, "a1", RUN, LocalDate.of(2026, 3, 4));
                List<RunManifest.Document> listed = new TreeMap<>(documents)
                        .entrySet().stream()
                                .map(document -> store(scope, document.getKey(), document.getValue()))
                                .toList();
                byte[] manifest = CanonicalJson.write(manifest(tenant, listed));
                scope.store().write(FOLDER + "manifest.json", manifest);
                scope.store()
                        .write(
                                FOLDER + "manifest.json" + Published.SIGNATURE_SUFFIX,
                                scope.signer().sign(manifest));
                Heads.publish(
                        scope,
                        new NewHead(
                                0,
                                RUN,
                                "a1",
                                FOLDER + "manifest.json",
                                Sha256.of(manifest),
                                WorkflowSwitch.read(scope).epoch(),
                                CommandRun.NOW,
                                NewHead.Kind.ALL,
                                List.of()));
            }
        }
    }

    /** Puts other bytes, properly encrypted for that very path, in the place of a stored file. */
    static void replace(TestHome home, TenantId tenant, String name, byte[] other) {
        try (Tenancy tenancy = home.open();
                TenantScope scope = scope(tenancy, tenant)) {
            scope.store().delete(FOLDER + name);
            scope.store().write(FOLDER + name, other);
        }
    }

    private static TenantScope scope(Tenancy tenancy, TenantId tenant) {
        return tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN);
    }

    private static RunManifest.Document store(TenantScope scope, String name, byte[] bytes) {
        scope.store().write(FOLDER + name, bytes);

        return new RunManifest.Document(
                name, FOLDER + name, "application/octet-stream", bytes.length, Sha256.of(bytes));
    }

    private static RunManifest manifest(TenantId tenant, List<RunManifest.Document> documents) {
        return RunManifestBuilder.builder()
                .schema(SchemaFile.MANIFEST.id())
                .schemaVersion(SchemaFile.MANIFEST.version())
                .tenant(tenant)
                .region("local")
                .runId(RUN)
                .attemptId("a1")
                .logicalDate(LocalDate.of(2026, 3, 4))
                .watermark(LocalDate.of(2026, 3, 4))
                .zone("UTC")
                .readings(new TreeMap<>())
                .snapshots(new TreeMap<>())
                .tableDigests(new TreeMap<>())
                .documents(documents)
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
