package com.opsatc.jobs.cli.verb.telemetry;

import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.host.TelemetryRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.tenancy.scope.Tenancy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc telemetry release}: releases what was counted, budget first, each day once. */
@Command(
        name = "release",
        description =
                "Releases the days that were counted and not yet released: budget charged first, then noise, once.")
public final class TelemetryReleaseCommand implements Callable<Integer> {
    private static final int MEMORY_MEBI = 1024;

    private final OpsatcCommand opsatc;

    @Mixin
    private Results results;

    public TelemetryReleaseCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open()) {
            TelemetryOutcome outcome = new TelemetryRunner(opsatc.host(tenancy), ChildLimits.of(MEMORY_MEBI)).release();
            results.write(
                    opsatc.terminal(),
                    outcome,
                    () -> new Table(
                            List.of(
                                    Column.text("day", "day"),
                                    Column.text("block", "block"),
                                    Column.text("status", "status")),
                            outcome.released().stream()
                                    .map(each -> Table.row(each.day().toString(), each.blockId(), each.status()))));
            opsatc.terminal().err().println("Page " + tenancy.home().releases().resolve("index.html"));

            return 0;
        }
    }
}
