package com.opsatc.jobs.cli.verb.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Run;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc runs}: the ledger of a tenant's attempts. */
@Command(name = "runs", description = "Lists a tenant's runs, the latest first.")
public final class RunsCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.text("started_at", "started"),
            Column.text("state", "state"),
            Column.text("run_id", "run"),
            Column.text("logical_date", "as of"),
            Column.text("readable", "can be read"),
            Column.text("stage", "stage"),
            Column.count("read", "read"),
            Column.count("admitted", "admitted"),
            Column.count("quarantined", "quarantined"),
            Column.count("duplicate", "duplicate"),
            Column.count("findings", "findings"),
            Column.text("attempt_id", "attempt"),
            Column.text("error_code", "error"),
            Column.text("error_message", "why"));

    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Mixin
    private Results results;

    public RunsCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, which.tenant(), Role.OPERATOR, Purpose.READ)) {
            opsatc.recordLook(scope);
            Map<String, Head> heads =
                    Heads.list(scope).stream().collect(Collectors.toMap(Head::attemptId, head -> head));
            String current = Heads.current(scope).map(Head::attemptId).orElse("");
            List<Listed> runs = RunLedger.list(scope).stream()
                    .map(run -> new Listed(run, readable(run, heads, current)))
                    .toList();
            results.write(
                    opsatc.terminal(),
                    runs,
                    () -> new Table(COLUMNS, runs.stream().map(RunsCommand::row)));

            return 0;
        }
    }

    /** What readers see who name no run, what they can name, or null: nothing to read. */
    private static String readable(Run run, Map<String, Head> heads, String current) {
        if (run.attemptId().equals(current)) {
            return "current";
        }

        return heads.containsKey(run.attemptId()) ? "by --run" : null;
    }

    /**
     * A line of the ledger.
     *
     * @param readable {@code current}, {@code by --run}, or null
     */
    private record Listed(@JsonUnwrapped Run run, String readable) {}

    private static List<Object> row(Listed listed) {
        Run run = listed.run();
        return Table.row(
                run.startedAt().toString(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.runId(),
                run.logicalDate() == null ? null : run.logicalDate().toString(),
                listed.readable(),
                run.stage(),
                run.rows().get("read"),
                run.rows().get("admitted"),
                run.rows().get("quarantined"),
                run.rows().get("duplicate"),
                run.rows().get("findings"),
                run.attemptId(),
                run.errorCode() == null ? null : run.errorCode().name(),
                run.errorMessage());
    }
}
