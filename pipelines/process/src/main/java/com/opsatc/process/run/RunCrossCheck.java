package com.opsatc.process.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.crosscheck.CrossChecks;
import com.opsatc.process.publish.Stages;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.tenancy.run.Published;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds a published run, the current one or that of a date, against SQL over the tables it names; writes nothing. */
final class RunCrossCheck {
    private RunCrossCheck() {}

    static RunOutcome run(RunEnvironment environment, RunRequest request, RunConfiguration configuration) {
        Published published = RequestedHead.of(environment.scope(), request, "verify");
        Map<String, List<String>> processes = configuration.sourcesByProcess();
        requireSameProcesses(request, published, processes);
        environment.progress().progress(Stages.CROSS_CHECK, 0, processes.size(), 0);
        List<RunOutcome.CrossCheck> checks =
                CrossChecks.of(environment.session(), environment.catalog(), published, processes);
        environment.progress().finished(Stages.CROSS_CHECK, processes.size(), checks.size() + " kinds of figures");
        return Outcomes.checked(published, checks);
    }

    /** Which tables make a process is told by the sources, so that these must be those of the run. */
    private static void requireSameProcesses(
            RunRequest request, Published published, Map<String, List<String>> processes) {
        TreeSet<String> stated = new TreeSet<>(published.manifest().inputs().stream()
                .map(input -> input.source())
                .toList());
        TreeSet<String> configured = new TreeSet<>();
        processes.values().forEach(configured::addAll);
        if (!configured.containsAll(stated)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot verify run " + published.manifest().runId() + " of tenant " + request.tenant()
                            + " by SQL: its sources were " + stated + ", and now are " + configured
                            + "; run the tenant instead");
        }
    }
}
