package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.audit.AuditLog;
import com.opsatc.boundary.audit.AuditPolicy;
import com.opsatc.boundary.audit.Witnessed;
import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.instrumentation.Feature;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One look at what a tenant has published: all that is read through it is of one run, and verified. */
public record Reading(OpsatcCommand opsatc, Home home, TenantScope scope, Published published) {
    private static final String SERVICE = "opsatc-cli";

    /** The verbs that compute what they show. */
    private static final Set<String> COMPUTING = Set.of("slice", "diff", "restated", "explain", "verify");

    /** Opens the run that the user named, and closes it when the reader is done. */
    public static <T> T of(OpsatcCommand opsatc, WhichRun which, Purpose purpose, Function<Reading, T> reader) {
        return of(opsatc, which.tenant(), purpose, which::head, reader);
    }

    /** Opens the tenant's current run, and closes it when the reader is done. */
    public static <T> T of(OpsatcCommand opsatc, TenantId tenant, Purpose purpose, Function<Reading, T> reader) {
        return of(opsatc, tenant, purpose, new WhichRun()::head, reader);
    }

    /** Opens the run of a head that is chosen once the tenant is open, and closes it when the reader is done. */
    static <T> T of(
            OpsatcCommand opsatc,
            TenantId tenant,
            Purpose purpose,
            Function<TenantScope, Head> head,
            Function<Reading, T> reader) {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, tenant, Role.ANALYST, purpose)) {
            Published published = Published.of(scope, head.apply(scope));
            record(opsatc, scope, published);

            return reader.apply(new Reading(opsatc, tenancy.home(), scope, published));
        }
    }

    /** Before anything is shown: who looks is in the log, or sees nothing. */
    private static void record(OpsatcCommand opsatc, TenantScope scope, Published published) {
        String verb = opsatc.verb();
        AuditEntries.append(
                scope,
                COMPUTING.contains(verb) ? AuditAction.QUERIED : AuditAction.READ,
                verb.isEmpty() ? "documents" : verb,
                Map.of("run", published.head().runId()));
    }

    /** What people call the run's KPIs, by id. */
    Map<String, String> kpiTitles() {
        return published.read(Documents.KPIS).kpis().stream()
                .collect(Collectors.toMap(KpiValue::id, KpiValue::title, (first, second) -> first));
    }

    /** Tells the platform's telemetry that a feature was used, by a name of our list; it never learns what was read. */
    void used(Feature feature) {
        try (PlatformTelemetry telemetry = opsatc.telemetry(home, SERVICE)) {
            telemetry.featureUsed(feature, scope.tenant(), opsatc.actor().name());
        }
    }

    /** Records that a document leaves the store, or refuses it. */
    public void passGate(String gate, String document, String format) {
        passGate(gate, List.of(document), format);
    }

    /** Records that documents leave the store, or refuses them. */
    void passGate(String gate, List<String> documents, String format) {
        WriteGates.load(opsatc.invocation().conf())
                .pass(
                        gate,
                        scope,
                        documents.stream()
                                .map(document -> new WriteGates.Export(document, digest(document), format))
                                .toList());
    }

    /**
     * Records what has left, by its digest, and proves that record: what whoever is given it checks it with.
     *
     * @throws PipelineException when the log is not witnessed as the home's policy asks: then nothing is to be left there
     */
    byte[] proved(String file, Sha256 digest, String format) {
        TrustPolicy policy = AuditPolicy.of(home);
        long entry = AuditEntries.append(
                scope,
                AuditAction.EXPORTED,
                file,
                Map.of(
                        "sha256",
                        digest.hex(),
                        "format",
                        format,
                        "run",
                        published.head().runId()));
        AuditLog log = AuditLog.open(scope);
        return log.prove(entry, Witnessed.required(log, policy, "export").checkpoint())
                .bytes();
    }

    private Sha256 digest(String document) {
        return published.manifest().documents().stream()
                .filter(each -> each.name().equals(document))
                .map(RunManifest.Document::sha256)
                .findFirst()
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot export " + document + " of tenant " + scope.tenant()
                                + ": the run published none of that" + " name"));
    }
}
