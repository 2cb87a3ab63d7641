package com.opsatc.tenancy;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;

/** Another process runs this tenant. */
public final class LockedException extends PipelineException {
    private static final long serialVersionUID = 1L;

    LockedException(TenantScope scope) {
        super(
                ErrorCode.LOCKED,
                "Cannot run tenant " + scope.tenant() + ": another run of it is going on; wait for it, or end it");
    }
}
