package com.opsatc.jobs.cli.verb.read;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a verb that reads what a tenant published: the tenant, and which of its runs. */
final class WhichRun {
    @Mixin
    private TenantOption which;

    @ArgGroup
    private Named named = new Named();

    private static final class Named {
        @Option(
                names = "--run",
                paramLabel = "RUN",
                description = "Which published run; 'opsatc runs' lists them (default: the current one).")
        private String run;

        @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", description = "The published run of this logical date.")
        private LocalDate asOf;
    }

    TenantId tenant() {
        return which.tenant();
    }

    /** Whether the user named a run. */
    boolean named() {
        return named.run != null || named.asOf != null;
    }

    /**
     * The head to read.
     *
     * @throws PipelineException (not found) when nothing of that name is published
     */
    Head head(TenantScope scope) {
        Optional<Head> head = named.run != null
                ? Heads.ofRun(scope, named.run)
                : named.asOf != null ? Heads.asOf(scope, named.asOf) : Heads.current(scope);
        return head.orElseThrow(() -> new PipelineException(ErrorCode.NOT_FOUND, absent(scope.tenant())));
    }

    private String absent(TenantId tenant) {
        if (!named()) {
            return "Cannot read tenant " + tenant + ": it has published nothing yet; run opsatc run --tenant " + tenant
                    + ", or see why the last run did not with opsatc quality --tenant " + tenant;
        }

        String what = named.run != null
                ? "it has published no run of that name"
                : "it has published nothing as of " + named.asOf;
        String make =
                named.run != null ? "" : "; opsatc run --tenant " + tenant + " --date " + named.asOf + " computes it";
        return "Cannot read tenant " + tenant + ": " + what + "; opsatc runs --tenant " + tenant
                + " lists what can be read" + make;
    }
}
