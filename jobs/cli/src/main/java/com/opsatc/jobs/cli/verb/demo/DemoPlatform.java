package com.opsatc.jobs.cli.verb.demo;

import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.demo.WithheldBlocks;
import com.opsatc.jobs.cli.view.TelemetryTables;
import com.opsatc.jobs.host.TelemetryRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** The demo's last part: a made-up week of platform telemetry, of which two tenants leave nothing to be seen. */
final class DemoPlatform {
    /** Of the week that is made up. */
    static final int DAYS = 7;

    private static final int MEMORY_MEBI = 1024;
    private static final String ALL_SERVICES = "_ALL";

    private final OpsatcCommand opsatc;

    DemoPlatform(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    /**
     * Ingests and releases the week, and shows what engineers see.
     *
     * @param folder where the made-up files go
     */
    void run(Path folder, int tenants, long seed) {
        LocalDate yesterday = LocalDate.ofInstant(opsatc.invocation().clock().instant(), ZoneOffset.UTC)
                .minusDays(1);
        Path releases;
        try (Tenancy tenancy = opsatc.open()) {
            new TelemetryRunner(opsatc.host(tenancy), ChildLimits.of(MEMORY_MEBI))
                    .demo(new TelemetryRequest.Demo(
                            folder.toAbsolutePath().toString(), tenants, DAYS, yesterday, seed));
            releases = tenancy.home().releases();
        }

        show(releases);
    }

    private void show(Path releases) {
        PrintStream out = opsatc.terminal().out();
        TelemetryView view = read(releases.resolve("telemetry-view.json"));
        out.println();
        out.println(opsatc.terminal().outStyle().bold("── platform telemetry " + "─".repeat(46)));
        WithheldBlocks.of(view.blocks(), view.fleetMinimum()).forEach(line -> out.println("Tenants  " + line));
        probe(view).forEach(line -> out.println("Probe    " + line));
        out.println("Page     " + releases.resolve("index.html"));
        out.println(TelemetryTables.budget(view));
    }

    private static List<String> probe(TelemetryView view) {
        LocalDate last = view.probe().stream()
                .map(ProbeFigures::day)
                .max(LocalDate::compareTo)
                .orElse(null);

        return view.probe().stream()
                .filter(figures -> Objects.equals(figures.day(), last))
                .filter(figures -> figures.service().equals(ALL_SERVICES))
                .map(figures -> Humane.count(figures.operations()) + " synthetic operations on " + figures.day() + ", "
                        + figures.errors() + " failed: exact, and apart from all tenants")
                .toList();
    }

    private static TelemetryView read(Path file) {
        try {
            return CanonicalJson.read(Files.readAllBytes(file), TelemetryView.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
