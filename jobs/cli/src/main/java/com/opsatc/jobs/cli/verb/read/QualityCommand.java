package com.opsatc.jobs.cli.verb.read;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.view.DocumentView;
import com.opsatc.tenancy.run.AttemptDocuments;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Run;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code opsatc quality}: as of a published run, or of an attempt that published nothing. */
@Command
final class QualityCommand extends ReadCommand {
    @Option(
            names = "--attempt",
            paramLabel = "ATTEMPT",
            description =
                    "Of an attempt that published nothing; 'opsatc runs' lists them. It is the default for a tenant"
                            + " that has published nothing at all.")
    private String attempt;

    QualityCommand(OpsatcCommand opsatc, DocumentView<?> view) {
        super(opsatc, view);
    }

    @Override
    public Integer call() {
        if (attempt != null && which().named()) {
            throw invalid("--attempt", "an attempt that published nothing is no run; leave --run and --as-of out");
        }

        if (attempt != null && !attempt.matches("[a-z0-9]{1,40}")) {
            throw invalid("--attempt", "it is digits and letters, as 'opsatc runs' lists it");
        }

        if (attempt == null && (which().named() || published())) {
            return super.call();
        }

        try (Tenancy tenancy = opsatc().open();
                TenantScope scope = opsatc().scope(tenancy, which().tenant(), Role.ANALYST, Purpose.READ)) {
            opsatc().recordLook(scope);
            Run run = run(scope);
            byte[] document = AttemptDocuments.quality(scope, run.attemptId()).orElseThrow(() -> absent(run));
            show(run, document);
        }

        return 0;
    }

    private boolean published() {
        try (Tenancy tenancy = opsatc().open();
                TenantScope scope = opsatc().scope(tenancy, which().tenant(), Role.ANALYST, Purpose.READ)) {
            return Heads.current(scope).isPresent();
        }
    }

    /** The attempt that the user named, or else the latest that there is a document of, or else the latest. */
    private Run run(TenantScope scope) {
        Optional<Run> found = attempt == null
                ? RunLedger.list(scope).stream()
                        .filter(run ->
                                AttemptDocuments.quality(scope, run.attemptId()).isPresent())
                        .findFirst()
                        .or(() -> RunLedger.list(scope).stream().findFirst())
                : RunLedger.list(scope).stream()
                        .filter(run -> run.attemptId().equals(attempt))
                        .findFirst();
        return found.orElseThrow(() -> new PipelineException(
                ErrorCode.NOT_FOUND,
                "Tenant " + scope.tenant()
                        + (attempt == null
                                ? " has never run; run opsatc run --tenant "
                                : " has no such attempt; see opsatc runs --tenant ")
                        + scope.tenant()));
    }

    private PipelineException absent(Run run) {
        String why = run.state() == Run.State.PUBLISHED
                ? "it published; read it with --run " + run.runId()
                : "it kept none" + (run.errorMessage() == null ? "" : "; it ended with: " + run.errorMessage());
        return new PipelineException(
                ErrorCode.NOT_FOUND, "Cannot read the quality document of attempt " + run.attemptId() + ": " + why);
    }

    private void show(Run run, byte[] document) {
        if (format() != OutputFormat.TEXT && format() != OutputFormat.JSON) {
            throw invalid("--output", "the document of an attempt is text or json");
        }

        if (format() == OutputFormat.JSON) {
            opsatc().terminal().out().writeBytes(document);
            opsatc().terminal().out().println();
            return;
        }

        text(
                which().tenant() + " · attempt " + run.attemptId() + " of " + run.startedAt()
                        + " · nothing was published",
                document,
                Map.of());
        if (run.errorMessage() != null) {
            opsatc().terminal().out().println();
            opsatc().terminal().out().println(Shown.text(run.errorMessage()));
        }
    }
}
