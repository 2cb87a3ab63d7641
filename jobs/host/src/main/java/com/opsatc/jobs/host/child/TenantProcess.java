package com.opsatc.jobs.host.child;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One tenant's run in a process of its own, which gets that tenant's scope and no other. */
public final class TenantProcess {
    private final Installation installation;
    private final Path log;
    private final ChildLimits limits;

    /**
     * @param log file that takes the child's standard error; created for its owner only
     */
    public TenantProcess(Installation installation, Path log, ChildLimits limits) {
        this.installation = requireNonNull(installation, "installation");
        this.log = requireNonNull(log, "log");
        this.limits = requireNonNull(limits, "limits");
    }

    /**
     * Where a run keeps its files.
     *
     * @param temporary the home's folder of scratch space
     * @param locked the caller holds the tenant's lock: then the tenant's earlier folders belong to nobody any more
     */
    public static Path scratch(Path temporary, TenantId tenant, String attempt, boolean locked) {
        // A tenant's name has no dot, so that no prefix is another tenant's.
        if (locked) {
            String prefix = tenant + ".run.";
            ScratchFolder.sweep(temporary, prefix);

            return temporary.resolve(prefix + attempt);
        }

        // Several may look at once: a folder belongs to the process that its name says, for as long as that lives.
        ScratchFolder.sweepOfTheDead(temporary, tenant + ".look.");
        return temporary.resolve(tenant + ".look." + ProcessHandle.current().pid() + "." + attempt);
    }

    /**
     * Runs to the end.
     *
     * @param inputBytes size of the extracts, which decides how the child's code is compiled
     * @throws PipelineException with the child's own code and message when it failed
     */
    public RunOutcome run(TenantScope scope, RunRequest request, long inputBytes, Consumer<ProgressEvent> progress) {
        ChildJvm jvm = new ChildJvm(ChildProgram.tenantRun(installation), inputBytes, limits, request.cores());

        return new ChildProcess(jvm, log, "nothing was published")
                .run(Path.of(request.scratch()), out -> Tenancy.handOver(scope, out), request, progress)
                .outcome();
    }
}
