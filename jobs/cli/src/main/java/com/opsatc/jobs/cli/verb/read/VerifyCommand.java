package com.opsatc.jobs.cli.verb.read;

import com.opsatc.boundary.audit.AuditPolicy;
import com.opsatc.boundary.audit.LogVerification;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Style;
import com.opsatc.jobs.host.verify.Verification;
import com.opsatc.jobs.host.verify.Verifications;
import com.opsatc.tenancy.scope.Purpose;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opsatc verify}: whether what is published is whole, authentic, and follows from its evidence. */
@Command(
        name = "verify",
        description =
                "Checks what is published: signature, digests, schemas, counts, and every KPI and finding computed"
                        + " again from its evidence. Exit code 5 when something does not hold.",
        footer = {
            "",
            "With --full a process of the tenant's own also computes cases, directly-follows relations, activities and",
            "variants again, by SQL over the tables the run names."
        })
public final class VerifyCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private WhichRun which;

    @Option(
            names = "--full",
            description = "Also computes figures again by SQL over the run's tables, sharing no code with the engine.")
    private boolean full;

    @Mixin
    private TextOrJson output;

    public VerifyCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        boolean json = output.isJson();
        Checked read = Reading.of(opsatc, which, Purpose.VERIFY, Checked::of);
        Verification found = full
                ? read.verification()
                        .and(CrossCheckRun.of(opsatc, read.verification(), which.named() ? read.date() : null))
                : read.verification();
        show(found, json);

        return found.passed() ? 0 : ErrorCode.STORE.exitCode();
    }

    /** @param date of the run */
    private record Checked(Verification verification, LocalDate date) {
        static Checked of(Reading reading) {
            return new Checked(
                    Verifications.of(reading.scope(), reading.published()).with(log(reading)),
                    reading.published().manifest().logicalDate());
        }
    }

    /** That nobody undid what was published: heads against the log, and the log against its witness. */
    private static Verification.Check log(Reading reading) {
        LogVerification found = LogVerification.of(reading.scope(), AuditPolicy.of(reading.home()));
        String witnessed = found.witnessed() == 0 ? "" : ", witnessed up to " + found.witnessed();

        return new Verification.Check(
                "audit log",
                found.good(),
                found.entries(),
                "entries of the tenant's log, and its " + found.heads() + " published runs" + witnessed,
                found.broken());
    }

    private void show(Verification found, boolean json) {
        PrintStream out = opsatc.terminal().out();
        if (json) {
            out.writeBytes(CanonicalJson.write(found));
            out.println();
            return;
        }

        Style style = opsatc.terminal().outStyle();
        out.println(found.tenant() + " · run " + found.runId());
        for (Verification.Check check : found.checks()) {
            out.println((check.passed() ? style.good("✓") : style.bad("✗")) + " "
                    + check.name() + " ".repeat(Math.max(1, 12 - check.name().length()))
                    + check.holds() + " of " + check.of() + "   " + check.detail());
            check.broken().forEach(name -> out.println("    does not hold: " + Shown.text(name)));
        }
        out.println("Not covered: " + String.join("; ", found.notCovered()) + ".");
    }
}
