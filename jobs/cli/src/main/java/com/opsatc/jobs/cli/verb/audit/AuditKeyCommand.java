package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.boundary.audit.AuditLog;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc audit key}: what a tenant's log is known by. */
@Command(
        name = "key",
        description =
                "Shows the key that a tenant's log is known by: a line for its witness, and for who checks proofs.")
public final class AuditKeyCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    public AuditKeyCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        return AuditScope.of(opsatc, which.tenant(), (scope, policy) -> {
            opsatc.terminal().out().println(AuditLog.key(scope));

            return 0;
        });
    }
}
