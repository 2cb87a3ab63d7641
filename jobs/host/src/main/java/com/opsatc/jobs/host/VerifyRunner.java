package com.opsatc.jobs.host;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.host.verify.Verification;
import com.opsatc.jobs.host.verify.Verifications;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Checks what tenants have published, in this process: nothing is written, and one tenant's key is open at a time. */
public final class VerifyRunner {
    private final Host host;
    private final Duration deadline;

    /** @param deadline of each tenant's check; what takes longer is given up */
    public VerifyRunner(Host host, Duration deadline) {
        this.host = host;
        this.deadline = deadline;
    }

    /**
     * Checks the tenant's current run.
     *
     * @throws PipelineException (not found) when nothing is published; (interrupted) at the deadline
     */
    public Verification run(TenantId tenant) {
        host.tenancy().reach();
        FutureTask<Verification> check = new FutureTask<>(() -> check(tenant));
        Thread thread = new Thread(check, "verify " + tenant);
        // What does not hear the interrupt must not keep the program from ending.
        thread.setDaemon(true);
        thread.start();
        try {
            return check.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw interrupted("it took longer than its deadline of " + Humane.duration(deadline.toMillis() * 1000), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted("nothing was found out", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PipelineException known) {
                throw known;
            }

            throw new IllegalStateException("A check ended without a result", e.getCause());
        } finally {
            check.cancel(true);
        }
    }

    private Verification check(TenantId tenant) {
        try (TenantScope scope = host.open(tenant, Role.OPERATOR, Purpose.VERIFY)) {
            return Heads.current(scope)
                    .map(head -> Verifications.of(scope, Published.of(scope, head)))
                    .orElseThrow(() -> new PipelineException(
                            ErrorCode.NOT_FOUND,
                            "Cannot verify tenant " + tenant
                                    + ": it has published nothing yet; run opsatc run --tenant " + tenant));
        }
    }

    private static PipelineException interrupted(String why, Exception cause) {
        return new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: " + why, cause);
    }
}
