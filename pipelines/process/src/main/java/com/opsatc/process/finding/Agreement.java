package com.opsatc.process.finding;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;

/** Two ways to one figure, which must agree before it is published. */
final class Agreement {
    private Agreement() {}

    /** Fails (internal) when they do not; the message names neither case nor activity. */
    static void require(String what, String findingId, long evidence, long computed) {
        if (evidence != computed) {
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot publish finding " + findingId + ": " + what + " is " + evidence
                            + " by its evidence and " + computed
                            + " by the mining pass; nothing is published, report this as a defect");
        }
    }
}
