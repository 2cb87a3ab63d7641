package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.boundary.audit.AuditPolicy;
import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Map;
import java.util.function.BiFunction;

/** Opens a tenant for a look at its audit log, which records the look. */
final class AuditScope {
    private AuditScope() {}

    static <T> T of(OpsatcCommand opsatc, TenantId tenant, BiFunction<TenantScope, TrustPolicy, T> use) {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.READ)) {
            AuditEntries.append(scope, AuditAction.AUDIT_READ, opsatc.verb(), Map.of());
            return use.apply(scope, AuditPolicy.of(tenancy.home()));
        }
    }
}
