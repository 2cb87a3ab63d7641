package com.opsatc.jobs.cli.verb.audit;

import com.opsatc.boundary.audit.AuditLog;
import com.opsatc.boundary.audit.LogVerification;
import com.opsatc.boundary.audit.Witnessed;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Style;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc audit verify}: whether a tenant's log is whole, and the one that its witnesses saw. */
@Command(
        name = "verify",
        description =
                "Checks every entry, the tree against what was signed and witnessed, and the published runs against"
                        + " the log; then has the log witnessed as it stands. Exit code 5 when something does not hold.")
public final class AuditVerifyCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    public AuditVerifyCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        return AuditScope.of(opsatc, which.tenant(), (scope, policy) -> {
            Instant start = opsatc.invocation().clock().instant();
            LogVerification found = LogVerification.of(scope, policy);
            show(found, Duration.between(start, opsatc.invocation().clock().instant()));
            if (!found.passed()) {
                return ErrorCode.STORE.exitCode();
            }

            Witnessed.of(AuditLog.open(scope), policy)
                    .missing()
                    .forEach(why -> opsatc.terminal().err().println("opsatc: " + Shown.text(why)));
            return 0;
        });
    }

    private void show(LogVerification found, Duration took) {
        PrintStream out = opsatc.terminal().out();
        if (format == OutputFormat.JSON) {
            out.writeBytes(CanonicalJson.write(found));
            out.println();
            return;
        }

        Style style = opsatc.terminal().outStyle();
        out.println((found.passed() ? style.good("✓") : style.bad("✗")) + " " + found.good() + " of " + found.entries()
                + " entries hold; " + found.heads() + " published runs are in the log; signed up to " + found.signed()
                + ", witnessed up to " + found.witnessed() + rate(found.entries(), took));
        found.broken().forEach(what -> out.println("    does not hold: " + Shown.text(what)));
        found.unasked().forEach(why -> out.println("    not witnessed: " + Shown.text(why)));
    }

    private static String rate(long entries, Duration took) {
        return took.isZero() ? "" : "; " + Humane.count(entries * 1_000_000_000 / took.toNanos()) + " entries a second";
    }
}
