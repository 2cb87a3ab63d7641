package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.tenancy.audit.AuditEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc audit list}: the entries of a tenant's log, also as JSON or CSV. */
@Command(name = "list", description = "Lists who did what, when, in which role and through which door, oldest first.")
public final class AuditListCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.count("index", "no"),
            Column.text("at", "at"),
            Column.text("action", "action"),
            Column.text("object", "object"),
            Column.text("actor", "actor"),
            Column.text("role", "role"),
            Column.text("source", "source"),
            Column.text("details", "details"));

    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "0",
            description = "Entries from this number on (default: ${DEFAULT-VALUE}).")
    private long from;

    @Mixin
    private Results results;

    public AuditListCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        return AuditScope.of(opsatc, which.tenant(), (scope, policy) -> {
            List<ShownEntry> entries = new ArrayList<>();
            AuditEntries.read(scope, from, stored -> entries.add(ShownEntry.of(scope, stored)));
            results.write(
                    opsatc.terminal(),
                    entries,
                    () -> new Table(COLUMNS, entries.stream().map(AuditListCommand::row)));

            return 0;
        });
    }

    private static List<Object> row(ShownEntry entry) {
        return Table.row(
                entry.index(),
                entry.at(),
                entry.action(),
                entry.object(),
                entry.actor(),
                entry.role(),
                entry.source(),
                entry.facts());
    }
}
