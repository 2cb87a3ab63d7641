package com.opsatc.tenancy.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;

/** Another process runs this tenant. */
public final class LockedException extends PipelineException {
    private static final long serialVersionUID = 1L;

    LockedException(TenantId tenant) {
        super(
                ErrorCode.LOCKED,
                "Cannot run tenant " + tenant + ": another run of it is going on; wait for it, or end it");
    }
}
