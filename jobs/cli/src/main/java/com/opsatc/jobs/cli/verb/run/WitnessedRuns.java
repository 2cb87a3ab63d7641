package com.opsatc.jobs.cli.verb.run;

import com.opsatc.boundary.audit.AuditLog;
import com.opsatc.boundary.audit.AuditPolicy;
import com.opsatc.boundary.audit.Witnessed;
import com.opsatc.boundary.audit.note.TrustPolicy;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.host.RunResult;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.function.Consumer;

/**
 * Runs of tenants whose audit logs are witnessed: none begins in a home that is older than its witness, and what was published is
 * witnessed at once. A witness that cannot be reached stops no run; without a policy none is asked.
 */
final class WitnessedRuns {
    private final OpsatcCommand opsatc;
    private final Tenancy tenancy;
    private final TenantRunner runner;
    private final boolean publishes;
    private final TrustPolicy policy;

    WitnessedRuns(OpsatcCommand opsatc, Tenancy tenancy, TenantRunner runner, RunRequest.Mode mode) {
        this.opsatc = opsatc;
        this.tenancy = tenancy;
        this.runner = runner;
        this.publishes = mode == RunRequest.Mode.PUBLISH;
        this.policy = AuditPolicy.of(tenancy.home());
    }

    RunResult run(TenantId tenant) {
        if (!publishes || policy.witnesses().isEmpty()) {
            return runner.run(tenant);
        }

        try {
            with(tenant, scope -> Witnessed.requireNoneAhead(scope, policy));
        } catch (PipelineException e) {
            return RunResult.failed(tenant, e.code(), e.getMessage());
        }

        RunResult result = runner.run(tenant);
        try {
            with(
                    tenant,
                    scope ->
                            Witnessed.of(AuditLog.open(scope), policy).missing().forEach(this::tell));
        } catch (PipelineException e) {
            tell(e.getMessage());
        }
        return result;
    }

    private void with(TenantId tenant, Consumer<TenantScope> use) {
        try (TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.READ)) {
            use.accept(scope);
        }
    }

    private void tell(String why) {
        opsatc.terminal().err().println("opsatc: " + Shown.text(why));
    }
}
