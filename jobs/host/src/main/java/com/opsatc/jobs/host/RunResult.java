package com.opsatc.jobs.host;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunMessage;
import com.opsatc.contract.run.RunOutcome;
import java.time.Duration;

/**
 * How one tenant's run ended: {@code outcome} or {@code failure}, the other is null.
 *
 * @param seconds how long it took
 * @param exitCode what the command would end with if this tenant were its only one
 */
public record RunResult(TenantId tenant, int exitCode, long seconds, RunOutcome outcome, RunMessage.Failure failure) {
    static RunResult of(TenantId tenant, RunOutcome outcome) {
        // A figure that cannot be repeated is a figure nobody may rely on.
        boolean refused = outcome.state() == RunOutcome.State.DIFFERENT;

        return new RunResult(tenant, refused ? ErrorCode.POLICY_REFUSED.exitCode() : 0, 0, outcome, null);
    }

    public static RunResult failed(TenantId tenant, ErrorCode code, String message) {
        return new RunResult(tenant, code.exitCode(), 0, null, new RunMessage.Failure(code, message));
    }

    RunResult took(Duration time) {
        return new RunResult(tenant, exitCode, time.toSeconds(), outcome, failure);
    }
}
