package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.TenantSources;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code opsatc source remove NAME}: an extract that a tenant does not read any more. */
@Command(
        name = "remove",
        description =
                "Removes a source: from the next run on its rows count nowhere. What is published stays as it is.")
public final class SourceRemoveCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Parameters(paramLabel = "NAME", description = "Which source; 'opsatc source list' lists them.")
    private String source;

    @Mixin
    private TenantOption which;

    public SourceRemoveCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, which.tenant(), Role.OPERATOR, Purpose.ADMINISTER)) {
            TenantSources.remove(scope, source, opsatc.invocation().clock().instant());
        }

        opsatc.terminal()
                .err()
                .println("Removed source " + source + ". The next run counts without it: opsatc run --tenant "
                        + which.tenant());

        return 0;
    }
}
