package com.opsatc.jobs.cli.verb.telemetry;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.PrivacyLedger;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc telemetry ledger}: every charge, each checked against the one before. */
@Command(name = "ledger", description = "Lists what each released block and day cost, and how far its release came.")
public final class TelemetryLedgerCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private Results results;

    public TelemetryLedgerCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private record Charged(long sequence, String day, String blockId, String state, String rho, String reservedAt) {
        static Charged of(LedgerEntry entry) {
            return new Charged(
                    entry.sequence(),
                    entry.day().toString(),
                    entry.blockId(),
                    entry.state().name(),
                    entry.rho().toString(),
                    entry.reservedAt().toString());
        }
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                PlatformScope scope =
                        tenancy.openPlatform(opsatc.actor(), Role.OPERATOR, Source.COMMAND_LINE, Purpose.READ)) {
            List<Charged> entries =
                    PrivacyLedger.list(scope).stream().map(Charged::of).toList();
            results.write(
                    opsatc.terminal(),
                    entries,
                    () -> new Table(
                            List.of(
                                    Column.count("sequence", "no"),
                                    Column.text("day", "day"),
                                    Column.text("block_id", "block"),
                                    Column.text("state", "state"),
                                    Column.text("rho", "rho"),
                                    Column.text("reserved_at", "charged at")),
                            entries.stream()
                                    .map(entry -> Table.row(
                                            entry.sequence(),
                                            entry.day(),
                                            entry.blockId(),
                                            entry.state(),
                                            entry.rho(),
                                            entry.reservedAt()))));

            return 0;
        }
    }
}
