package com.opsatc.jobs.cli.verb.telemetry;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.view.TelemetryTables;
import com.opsatc.jobs.host.TelemetryRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc telemetry view}: what engineers look at, from the release alone. */
@Command(name = "view", description = "Shows the released figures of each window, with their intervals and precision.")
public final class TelemetryViewCommand implements Callable<Integer> {
    private static final int MEMORY_MEBI = 1024;

    private final OpsatcCommand opsatc;

    @Mixin
    private Results results;

    @Option(
            names = "--recompute",
            description = "Compute the views again from the released tables, which gives the same.")
    private boolean recompute;

    public TelemetryViewCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (recompute) {
            try (Tenancy tenancy = opsatc.open()) {
                new TelemetryRunner(opsatc.host(tenancy), ChildLimits.of(MEMORY_MEBI)).view();
            }
        }

        Path folder = opsatc.existingHome().releases();
        TelemetryView view = read(folder.resolve("telemetry-view.json"));
        results.write(opsatc.terminal(), view, () -> TelemetryTables.windows(view));
        opsatc.terminal().err().println(TelemetryTables.budget(view));
        opsatc.terminal().err().println("Page " + folder.resolve("index.html"));

        return 0;
    }

    private static TelemetryView read(Path file) {
        try {
            return CanonicalJson.read(Files.readAllBytes(file), TelemetryView.class);
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Cannot show telemetry: " + file + " is missing; run opsatc telemetry ingest and release first",
                    e);
        }
    }
}
