package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.tenancy.Purpose;
import com.opsatc.tenancy.Role;
import com.opsatc.tenancy.Run;
import com.opsatc.tenancy.RunLedger;
import com.opsatc.tenancy.Tenancy;
import com.opsatc.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc runs}: the ledger of a tenant's attempts. */
@Command(name = "runs", description = "Lists a tenant's runs, the latest first.")
final class RunsCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.text("started_at", "started"),
            Column.text("state", "state"),
            Column.text("run_id", "run"),
            Column.text("logical_date", "as of"),
            Column.text("stage", "stage"),
            Column.count("read", "read"),
            Column.count("admitted", "admitted"),
            Column.count("quarantined", "quarantined"),
            Column.count("duplicate", "duplicate"),
            Column.text("attempt_id", "attempt"),
            Column.text("error_code", "error"),
            Column.text("error_message", "why"));

    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Mixin
    private Results results;

    RunsCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, which.tenant(), Role.OPERATOR, Purpose.READ)) {
            List<Run> runs = RunLedger.list(scope);
            results.write(
                    opsatc.terminal(),
                    runs,
                    () -> new Table(COLUMNS, runs.stream().map(RunsCommand::row)));

            return 0;
        }
    }

    private static List<Object> row(Run run) {
        return Table.row(
                run.startedAt().toString(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.runId(),
                run.logicalDate() == null ? null : run.logicalDate().toString(),
                run.stage(),
                run.rows().get("read"),
                run.rows().get("admitted"),
                run.rows().get("quarantined"),
                run.rows().get("duplicate"),
                run.attemptId(),
                run.errorCode() == null ? null : run.errorCode().name(),
                run.errorMessage());
    }
}
