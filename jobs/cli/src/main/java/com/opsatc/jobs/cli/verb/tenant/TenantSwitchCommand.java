package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code opsatc tenant switch NAME on|off}: the kill switch of what a tenant publishes. */
@Command(
        name = "switch",
        description =
                "Switches off, or on again, what a tenant publishes: off, no run publishes and nothing is served.")
public final class TenantSwitchCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            converter = TenantOption.Converter.class,
            description = "Which tenant.")
    private TenantId tenant;

    @Parameters(index = "1", paramLabel = "STATE", description = "on or off.")
    private State state;

    /** Where the switch is turned to, as it is written on the command line. */
    private enum State {
        ON,
        OFF
    }

    public TenantSwitchCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.ADMINISTER)) {
            boolean on = state == State.ON;
            if (WorkflowSwitch.turn(scope, on).enabled() != on) {
                throw new PipelineException(
                        ErrorCode.STORE,
                        "Cannot turn the switch of tenant " + tenant
                                + ": the platform database has none, which counts as" + " off; restore the database");
            }

            opsatc.terminal()
                    .err()
                    .println(
                            on
                                    ? "Tenant " + tenant
                                            + " publishes. Runs that were refused meanwhile must run again."
                                    : "Tenant " + tenant
                                            + " publishes nothing: runs are refused, one under way will not"
                                            + " publish, and the service answers as if there were no such tenant.");
        }

        return 0;
    }
}
