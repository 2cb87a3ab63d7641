package com.opsatc.jobs.cli.verb.operate;

import com.opsatc.advisory.token.DevelopmentTokens;
import com.opsatc.advisory.token.TokenRules;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.tenant.Tenants;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc token}: a short-lived token for development with {@code opsatc serve}. */
@Command(name = "token", description = "Prints a development token to read one tenant's documents from 'opsatc serve'.")
public final class TokenCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    public TokenCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open()) {
            if (Tenants.of(tenancy).find(which.tenant()).isEmpty()) {
                throw new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot issue a token: there is no tenant " + which.tenant() + "; see opsatc tenant list");
            }

            DevelopmentTokens tokens =
                    DevelopmentTokens.open(tenancy, opsatc.invocation().clock(), RandomGenerator.getDefault());
            opsatc.terminal().out().println(tokens.issue(which.tenant(), TokenRules.MAX_LIFETIME));

            return 0;
        }
    }
}
