package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.TenantChange;
import com.opsatc.tenancy.tenant.TenantChanges;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.Tenants;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code opsatc tenant show NAME}: what a tenant's runs read, and what is published. */
@Command(name = "show", description = "Shows a tenant's sources, what it has published, and what was set for it since.")
public final class TenantShowCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Parameters(paramLabel = "NAME", converter = TenantOption.Converter.class, description = "Which tenant.")
    private TenantId tenant;

    @Mixin
    private Results results;

    public TenantShowCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private record Shown(
            TenantId tenant,
            String region,
            String zone,
            boolean publishing,
            Long head,
            String runId,
            List<RunRequest.Source> sources,
            List<TenantChange> changes) {}

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.READ)) {
            opsatc.recordLook(scope);
            Tenant known = Tenants.of(tenancy).find(tenant).orElseThrow();
            Head head = Heads.current(scope).orElse(null);
            Shown shown = new Shown(
                    tenant,
                    known.region().value(),
                    known.zone().getId(),
                    WorkflowSwitch.read(scope).enabled(),
                    head == null ? null : head.sequence(),
                    head == null ? null : head.runId(),
                    TenantSources.list(scope),
                    TenantChanges.list(scope));
            results.write(opsatc.terminal(), shown, () -> table(shown));
            results.further(opsatc.terminal(), "Changes", () -> changes(shown));

            return 0;
        }
    }

    private static Table changes(Shown shown) {
        return new Table(
                List.of(
                        Column.text("at", "at"),
                        Column.text("actor", "by"),
                        Column.text("what", "what"),
                        Column.text("before", "before"),
                        Column.text("after", "after")),
                shown.changes().stream()
                        .map(change -> Table.row(
                                change.at().toString(),
                                change.actor().name(),
                                change.what(),
                                change.before(),
                                change.after())));
    }

    private static Table table(Shown shown) {
        return new Table(
                List.of(
                        Column.text("tenant", "tenant"),
                        Column.text("source", "source"),
                        Column.text("connector", "connector"),
                        Column.text("zone", "zone"),
                        Column.text("path", "path"),
                        Column.text("settings", "settings"),
                        Column.text("published_run", "published run")),
                shown.sources().stream()
                        .map(source -> Table.row(
                                shown.tenant().value(),
                                source.source(),
                                source.connector(),
                                source.zone(),
                                source.path(),
                                source.settings().entrySet().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(" ")),
                                shown.runId() == null ? "none yet" : shown.runId())));
    }
}
