package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code opsatc tenant add NAME}: a new tenant with its key and first source, or one more source of a known tenant. */
@Command(
        name = "add",
        description =
                "Adds a tenant with an extract to read; repeated with another connector or name, adds that source.")
public final class TenantAddCommand implements Callable<Integer> {
    private static final String REGION = "local";

    private final OpsatcCommand opsatc;

    @Parameters(
            paramLabel = "NAME",
            converter = TenantOption.Converter.class,
            description = "2 to 63 characters of a-z, 0-9 and '-'.")
    private TenantId tenant;

    @Mixin
    private SourceOptions options;

    public TenantAddCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        SourceOptions.Chosen chosen = options.chosen(opsatc);
        try (Tenancy tenancy = opsatc.openOrCreate()) {
            Tenant added = Tenants.of(tenancy)
                    .add(
                            tenant,
                            new Region(REGION),
                            tenantZone(tenancy, chosen.zone()),
                            opsatc.invocation().clock().instant());
            try (TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.ADMINISTER)) {
                SourceOptions.add(opsatc, scope, chosen, added.zone());
            }
        }

        return 0;
    }

    /** A known tenant keeps its zone: a further source may have another one. */
    private ZoneId tenantZone(Tenancy tenancy, ZoneId chosenZone) {
        return Tenants.of(tenancy)
                .find(tenant)
                .map(Tenant::zone)
                .orElse(chosenZone == null ? ZoneId.of("UTC") : chosenZone);
    }
}
