package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.tenant.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc tenant list}. */
@Command(name = "list", description = "Lists the tenants.")
public final class TenantListCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private Results results;

    public TenantListCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private record Listed(TenantId tenant, String region, String zone, boolean publishing, Instant createdAt) {}

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open()) {
            List<Tenant> tenants = Tenants.of(tenancy).list();
            Set<TenantId> on = Tenants.of(tenancy).switchedOn();
            List<Listed> document = tenants.stream()
                    .map(each -> new Listed(
                            each.id(),
                            each.region().value(),
                            each.zone().getId(),
                            on.contains(each.id()),
                            each.createdAt()))
                    .toList();
            results.write(
                    opsatc.terminal(),
                    document,
                    () -> new Table(
                            List.of(
                                    Column.text("tenant", "tenant"),
                                    Column.text("region", "region"),
                                    Column.text("zone", "zone"),
                                    Column.text("publishing", "publishing"),
                                    Column.text("created_at", "added")),
                            document.stream()
                                    .map(each -> Table.row(
                                            each.tenant().value(),
                                            each.region(),
                                            each.zone(),
                                            each.publishing() ? "on" : "switched off",
                                            each.createdAt().toString()))));

            return 0;
        }
    }
}
