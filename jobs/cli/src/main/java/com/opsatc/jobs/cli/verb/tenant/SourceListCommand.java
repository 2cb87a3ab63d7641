package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.run.RunRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.verb.connector.ChosenConnector;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.TenantSources;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc source list}. */
@Command(name = "list", description = "Lists the extracts that a tenant reads.")
public final class SourceListCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Mixin
    private Results results;

    public SourceListCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, which.tenant(), Role.OPERATOR, Purpose.READ)) {
            opsatc.recordLook(scope);
            List<RunRequest.Source> sources = TenantSources.list(scope);
            results.write(
                    opsatc.terminal(),
                    sources,
                    () -> new Table(
                            List.of(
                                    Column.text("source", "source"),
                                    Column.text("connector", "connector"),
                                    Column.text("process", "process"),
                                    Column.text("zone", "zone"),
                                    Column.text("path", "path"),
                                    Column.text("settings", "settings")),
                            sources.stream().map(SourceListCommand::row)));

            return 0;
        }
    }

    private static List<Object> row(RunRequest.Source source) {
        return Table.row(
                source.source(),
                source.connector(),
                ChosenConnector.process(source),
                source.zone(),
                source.path(),
                source.settings().entrySet().stream().map(Object::toString).collect(Collectors.joining(" ")));
    }
}
