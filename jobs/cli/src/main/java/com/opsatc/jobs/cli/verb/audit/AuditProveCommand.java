package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.boundary.audit.AuditLog;
import com.opsatc.boundary.audit.Witnessed;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc audit prove}: a proof that one entry is in the log, for who has neither the log nor this program. */
@Command(
        name = "prove",
        description =
                "Writes the proof that an entry is in the log, witnessed as conf/audit-policy of the home asks"
                        + " (C2SP tlog-proof): opsatc audit check, or any tool that knows the format, checks it without the log.")
public final class AuditProveCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Option(names = "--entry", required = true, paramLabel = "N", description = "The number that audit list shows.")
    private long entry;

    public AuditProveCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        return AuditScope.of(opsatc, which.tenant(), (scope, policy) -> {
            AuditLog log = AuditLog.open(scope);
            Witnessed witnessed = Witnessed.required(log, policy, "prove an entry");
            opsatc.terminal()
                    .out()
                    .writeBytes(log.prove(entry, witnessed.checkpoint()).bytes());

            return 0;
        });
    }
}
