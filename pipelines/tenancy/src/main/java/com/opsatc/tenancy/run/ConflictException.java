package com.opsatc.tenancy.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.scope.TenantScope;

/** Another publisher was first: the head that this run was computed from is not the tenant's last any more. */
public final class ConflictException extends PipelineException {
    private static final long serialVersionUID = 1L;

    ConflictException(TenantScope scope, long expected) {
        super(
                ErrorCode.CONFLICT,
                "Cannot publish for tenant " + scope.tenant() + ": it was computed from head " + expected
                        + ", which is not the last one any more; run again");
    }
}
