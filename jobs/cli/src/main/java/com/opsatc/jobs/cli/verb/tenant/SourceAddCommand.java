package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc source add}: one more extract of a tenant that is there. */
@Command(name = "add", description = "Adds an extract to a tenant.")
public final class SourceAddCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Mixin
    private SourceOptions options;

    public SourceAddCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        SourceOptions.Chosen chosen = options.chosen(opsatc);
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, which.tenant(), Role.OPERATOR, Purpose.ADMINISTER)) {
            SourceOptions.add(
                    opsatc,
                    scope,
                    chosen,
                    Tenants.of(tenancy).find(which.tenant()).orElseThrow().zone());
        }

        return 0;
    }
}
