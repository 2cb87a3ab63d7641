package com.opsatc.jobs.cli.verb.telemetry;

import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.host.TelemetryRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.tenancy.scope.Tenancy;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc telemetry simulate}: how precise the release would be for a fleet of a size; nothing is charged. */
@Command(
        name = "simulate",
        description = "Releases a made-up fleet in memory and says how far its figures are off, for each window.")
public final class TelemetrySimulateCommand implements Callable<Integer> {
    private static final int MEMORY_MEBI = 1024;
    private static final int MOST_TENANTS = 100_000;

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Results results;

    @Option(names = "--tenants", required = true, paramLabel = "N", description = "How many tenants the fleet has.")
    private int tenants;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many independent releases (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Draws the fleet and its noise (default: ${DEFAULT-VALUE}).")
    private long seed;

    public TelemetrySimulateCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (tenants < 1 || tenants > MOST_TENANTS || runs < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid fleet: use 1 to " + MOST_TENANTS + " tenants and at least one run");
        }

        try (Tenancy tenancy = opsatc.openOrCreate()) {
            TelemetryOutcome outcome = new TelemetryRunner(opsatc.host(tenancy), ChildLimits.of(MEMORY_MEBI))
                    .simulate(new TelemetryRequest.Simulation(tenants, 91, runs, seed));
            results.write(opsatc.terminal(), outcome, () -> table(outcome));

            return 0;
        }
    }

    private static Table table(TelemetryOutcome outcome) {
        return new Table(
                List.of(
                        Column.text("window_days", "days"),
                        Column.text("metric", "metric"),
                        Column.text("median", "off by, median"),
                        Column.text("p90", "off by, p90"),
                        Column.text("unit", "unit"),
                        Column.share("shown_share", "shown")),
                outcome.utility().stream()
                        .map(row -> Table.row(
                                Integer.toString(row.windowDays()),
                                row.metric(),
                                text(row.median()),
                                text(row.p90()),
                                row.unit(),
                                row.shownShare())));
    }

    private static String text(BigDecimal value) {
        return value == null ? "n/a" : value.toPlainString();
    }
}
