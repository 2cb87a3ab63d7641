package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.ErasedSubject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc audit erase}: forgets a person; the log keeps every byte and its proofs. */
@Command(
        name = "erase",
        description =
                "Forgets a person: destroys the key under which entries name the account. What was done stays in the"
                        + " log, under a number; the log and all proofs of it hold as before. It cannot be undone.")
public final class AuditEraseCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Option(
            names = "--actor",
            required = true,
            paramLabel = "NAME",
            description = "The account, as audit list shows it.")
    private String actor;

    public AuditEraseCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, which.tenant(), Role.OPERATOR, Purpose.ADMINISTER)) {
            String number = ErasedSubject.erase(tenancy, scope, new Actor(actor));
            opsatc.terminal()
                    .err()
                    .println("Forgot the account in the log of tenant " + which.tenant()
                            + ": its entries are of erased-" + number + ".");
        }

        return 0;
    }
}
