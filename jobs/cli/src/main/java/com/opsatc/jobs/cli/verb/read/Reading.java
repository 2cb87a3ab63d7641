package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.gate.WriteGates;
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
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One look at what a tenant has published: all that is read through it is of one run, and verified. */
public record Reading(OpsatcCommand opsatc, Home home, TenantScope scope, Published published) {
    private static final String SERVICE = "opsatc-cli";

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

            return reader.apply(new Reading(opsatc, tenancy.home(), scope, published));
        }
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
        WriteGates.load(opsatc.invocation().conf(), home.logs())
                .pass(
                        gate,
                        new WriteGates.Export(
                                opsatc.invocation().clock().instant(),
                                scope.tenant(),
                                document,
                                digest(document),
                                format));
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
