package com.opsatc.jobs.host.child;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Tenancy;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One piece of telemetry work in a process of its own, which gets the platform's scope and no tenant's. */
public final class TelemetryProcess {
    private static final String PREFIX = "telemetry.";
    private static final int CORES = 2;

    private final Installation installation;
    private final Path log;
    private final ChildLimits limits;

    /**
     * @param log file that takes the child's standard error; created for its owner only
     */
    public TelemetryProcess(Installation installation, Path log, ChildLimits limits) {
        this.installation = requireNonNull(installation, "installation");
        this.log = requireNonNull(log, "log");
        this.limits = requireNonNull(limits, "limits");
    }

    /** Where the work keeps its files. No tenant's folder has this name: their names have no dot before {@code run}. */
    public static Path scratch(Path temporary, String attempt) {
        return temporary.resolve(PREFIX + attempt);
    }

    /**
     * Works to the end.
     *
     * @param inputBytes size of the input files, which decides how the child's code is compiled
     */
    public TelemetryOutcome run(
            PlatformScope scope, TelemetryRequest request, long inputBytes, Consumer<ProgressEvent> progress) {
        ChildJvm jvm = new ChildJvm(ChildProgram.telemetry(installation), inputBytes, limits, CORES);

        return new ChildProcess(jvm, log, "run the same command again, it goes on where it stopped")
                .run(Path.of(request.scratch()), out -> Tenancy.handOverPlatform(scope, out), request, progress)
                .telemetry();
    }
}
