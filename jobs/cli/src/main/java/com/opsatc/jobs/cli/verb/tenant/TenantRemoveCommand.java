package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code opsatc tenant remove NAME}: a tenant with its key and all that it published. */
@Command(
        name = "remove",
        description =
                "Removes a tenant: its key, all that it published, its ledger, its sources and its file in the home's"
                        + " conf/tenants. Extracts stay as they are. It cannot be undone.")
public final class TenantRemoveCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", converter = TenantOption.Converter.class, description = "Which tenant.")
    private TenantId tenant;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    public TenantRemoveCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open()) {
            if (Tenants.of(tenancy).find(tenant).isPresent()) {
                requireMeant();
                record(tenancy);
            }

            Tenants.of(tenancy).remove(tenant);
        }

        opsatc.terminal()
                .err()
                .println("Removed tenant " + tenant + " with its key: what it published cannot be read again. What"
                        + " was declared for it in conf/tenants is gone as well.");

        return 0;
    }

    /** The last entry of its log; one whose key is destroyed already has none to write with. */
    private void record(Tenancy tenancy) {
        try (TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.ADMINISTER)) {
            AuditEntries.append(scope, AuditAction.TENANT_REMOVED, tenant.value(), Map.of());
        } catch (PipelineException e) {
            if (e.code() != ErrorCode.POLICY_REFUSED && e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void requireMeant() {
        if (yes) {
            return;
        }

        if (!opsatc.terminal().errShown()) {
            throw new ParameterException(
                    spec.commandLine(), "Nobody to ask whether to remove tenant " + tenant + " for good: add --yes");
        }

        opsatc.terminal()
                .err()
                .print("Remove tenant " + tenant + ", its key and all that it published, for good? Type its name: ");
        opsatc.terminal().err().flush();
        if (!tenant.value().equals(answer())) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Did not remove tenant " + tenant + ": its name was not typed");
        }
    }

    private String answer() {
        try {
            String line = new BufferedReader(
                            new InputStreamReader(opsatc.invocation().in(), StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
