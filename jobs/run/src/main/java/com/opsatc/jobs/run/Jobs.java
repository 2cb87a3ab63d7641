package com.opsatc.jobs.run;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;

/** Wires the pipeline's run to what it may not know itself, such as how a report is rendered. */
final class Jobs {
    private Jobs() {}

    static TenantJob tenantRun() {
        return (session, scope, request, progress) -> {
            throw new PipelineException(ErrorCode.INTERNAL, "Cannot run: the pipeline is not wired yet");
        };
    }
}
