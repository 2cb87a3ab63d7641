package com.opsatc.jobs.cli.verb.read;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.host.RunResult;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.jobs.host.verify.CrossChecked;
import com.opsatc.jobs.host.verify.Verification;
import com.opsatc.tenancy.scope.Tenancy;
import java.time.LocalDate;

/** Holds a published run against SQL over its tables, in a process of the tenant's own. */
final class CrossCheckRun {
    private static final int MEMORY_MIB = 3072;

    private CrossCheckRun() {}

    /**
     * @param read what the other checks of the run found
     * @param date of the run; null for the current one
     * @throws PipelineException with the process's own code and message where it failed; (not found) where the date has a later run
     */
    static CrossChecked of(OpsatcCommand opsatc, Verification read, LocalDate date) {
        try (Tenancy tenancy = opsatc.open();
                PlatformTelemetry telemetry = opsatc.telemetry(tenancy.home(), TenantRunner.SERVICE)) {
            TenantRunner.Settings settings = new TenantRunner.Settings(
                    RunRequest.Mode.CROSS_CHECK,
                    date,
                    Runtime.getRuntime().availableProcessors(),
                    ChildLimits.of(MEMORY_MIB));
            RunResult result = new TenantRunner(opsatc.host(tenancy), settings, telemetry).run(read.tenant());
            if (result.failure() != null) {
                throw new PipelineException(
                        result.failure().code(), result.failure().message());
            }

            if (!result.outcome().runId().equals(read.runId())) {
                throw new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot verify run " + read.runId() + " of tenant " + read.tenant()
                                + " by SQL: a later run stands in its place; verify that one, or leave out --full");
            }

            return CrossChecked.of(result.outcome());
        }
    }
}
