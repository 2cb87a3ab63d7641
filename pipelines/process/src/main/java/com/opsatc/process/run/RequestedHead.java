package com.opsatc.process.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Optional;

/** The published run that a request is about: the current one, or that of its date. */
final class RequestedHead {
    private RequestedHead() {}

    /**
     * @param verb what cannot be done where there is none
     * @throws PipelineException (not found) where there is none
     */
    static Published of(TenantScope scope, RunRequest request, String verb) {
        Optional<Head> asked =
                request.logicalDate() == null ? Heads.current(scope) : Heads.asOf(scope, request.logicalDate());
        return asked.map(head -> Published.of(scope, head))
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot " + verb + " tenant " + request.tenant() + ": it has published nothing"
                                + (request.logicalDate() == null ? "" : " as of " + request.logicalDate())
                                + "; run it first"));
    }
}
