package com.opsatc.jobs.cli.verb.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.quality.Reason;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.OutputFormat;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.TextTable;
import com.opsatc.jobs.cli.verb.demo.DemoHome;
import com.opsatc.jobs.host.RunResult;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.jobs.host.TenantRuns;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc run}: computes and publishes one tenant's figures, or every tenant's. */
@Command(
        name = "run",
        description = "Reads the extracts, computes, and publishes. The same inputs again publish nothing new.")
public final class RunCommand implements Callable<Integer> {
    private static final int LEAST_MEMORY = 512;
    private static final int MOST_MEMORY = 1 << 20;
    private static final List<Column> BY_TENANT = List.of(
            Column.text("tenant", "tenant"),
            Column.text("state", "state"),
            Column.text("run_id", "run"),
            Column.text("logical_date", "as of"),
            Column.count("read", "read"),
            Column.count("findings", "findings"),
            Column.count("seconds", "seconds"),
            Column.count("exit_code", "exit code"));

    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description =
                    "The logical date: figures know nothing later (default: the latest instant in the extracts). One"
                            + " before the current run's is kept beside it: read it with --as-of.")
    private LocalDate date;

    @ArgGroup
    private How how = new How();

    @Option(
            names = "--max-parallel-tenants",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many tenants run at once; they share the cores, and each takes its own --memory (default:"
                            + " ${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            defaultValue = "3072",
            description = "Memory of a tenant's process (default: ${DEFAULT-VALUE}).")
    private int memory;

    @Option(
            names = "--debug-child",
            paramLabel = "PORT",
            description = "The tenant's process waits for a debugger on this port; in a home of the demo alone.")
    private int debugPort;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    public RunCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private static final class Which {
        @Option(
                names = "--tenant",
                required = true,
                paramLabel = "NAME",
                converter = TenantOption.Converter.class,
                description = "Which tenant; may be repeated.")
        private List<TenantId> tenants = new ArrayList<>();

        @Option(
                names = "--all-tenants",
                required = true,
                description = "Every tenant, each in its own process; one that fails does not stop the others.")
        private boolean all;
    }

    private static final class How {
        @Option(
                names = "--dry-run",
                description = "Says what would be read and written, and the run's id; writes nothing.")
        private boolean dryRun;

        @Option(
                names = "--recompute",
                description =
                        "Computes a published run again and compares its documents byte by byte; publishes nothing.")
        private boolean recompute;

        RunRequest.Mode mode() {
            if (dryRun) {
                return RunRequest.Mode.DRY_RUN;
            }

            return recompute ? RunRequest.Mode.RECOMPUTE : RunRequest.Mode.PUBLISH;
        }
    }

    private record Document(List<RunResult> tenants) {}

    @Override
    public Integer call() {
        if (format != OutputFormat.TEXT && format != OutputFormat.JSON) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--output': this verb writes text or json");
        }

        if (memory < LEAST_MEMORY) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--memory': a run needs at least " + LEAST_MEMORY);
        }

        if (memory > MOST_MEMORY) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--memory': it is in MiB, at most " + MOST_MEMORY);
        }

        if (debugPort < 0 || debugPort > 65_535 || debugPort > 0 && atOnce > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--debug-child': a port from 1 to 65535, and one tenant at once");
        }

        if (atOnce < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--max-parallel-tenants': at least 1 tenant runs");
        }

        try (Tenancy tenancy = opsatc.open();
                PlatformTelemetry telemetry = opsatc.telemetry(tenancy.home(), TenantRunner.SERVICE)) {
            List<TenantId> tenants = which.all
                    ? Tenants.of(tenancy).list().stream().map(Tenant::id).toList()
                    : which.tenants.stream().distinct().toList();
            int cores = TenantRuns.coresEach(Runtime.getRuntime().availableProcessors(), tenants.size(), atOnce);
            TenantRunner runner = new TenantRunner(
                    opsatc.host(tenancy),
                    new TenantRunner.Settings(how.mode(), date, cores, limits(tenancy)),
                    telemetry);
            List<RunResult> results =
                    TenantRuns.of(tenants, atOnce, new WitnessedRuns(opsatc, tenancy, runner, how.mode())::run);
            show(results);

            return exitCode(results);
        }
    }

    private ChildLimits limits(Tenancy tenancy) {
        ChildLimits limits = ChildLimits.of(memory);
        if (debugPort == 0) {
            return limits;
        }

        new DemoHome(opsatc, tenancy).requireMayBeDebugged();
        opsatc.terminal().err().println("opsatc: the tenant's process waits for a debugger on 127.0.0.1:" + debugPort);
        return limits.debuggedOn(debugPort);
    }

    /** A single tenant's own code; of several, 3 as soon as one failed. */
    private static int exitCode(List<RunResult> results) {
        if (results.stream().allMatch(result -> result.exitCode() == 0)) {
            return 0;
        }

        return results.size() == 1 ? results.get(0).exitCode() : ErrorCode.TENANTS_FAILED.exitCode();
    }

    private void show(List<RunResult> results) {
        PrintStream out = opsatc.terminal().out();
        for (RunResult result : results) {
            if (result.failure() != null) {
                opsatc.terminal().err().println("opsatc: " + Shown.text(named(result)));
            } else if (format == OutputFormat.TEXT) {
                out.println(summary(result));
                details(result.outcome(), how.dryRun).forEach(line -> out.println("  " + line));
            }
        }

        if (format == OutputFormat.TEXT && results.size() > 1) {
            out.println();
            TextTable.write(
                    new Table(BY_TENANT, results.stream().map(RunCommand::row)),
                    out,
                    opsatc.terminal().outStyle());
        }

        if (format == OutputFormat.JSON) {
            out.writeBytes(CanonicalJson.write(new Document(results)));
            out.println();
        }
    }

    /** Why a run failed; of several tenants a reader must know which. */
    private static String named(RunResult result) {
        String message = result.failure().message();
        return message.contains(result.tenant().value()) ? message : "Tenant " + result.tenant() + ": " + message;
    }

    private static List<Object> row(RunResult result) {
        RunOutcome outcome = result.outcome();
        return Table.row(
                result.tenant().value(),
                outcome == null ? "failed" : outcome.state().name().toLowerCase(Locale.ROOT),
                outcome == null || outcome.runId().isEmpty() ? null : outcome.runId(),
                outcome == null || outcome.logicalDate() == null
                        ? null
                        : outcome.logicalDate().toString(),
                outcome == null ? null : outcome.read(),
                outcome == null ? null : outcome.findings(),
                result.seconds(),
                (long) result.exitCode());
    }

    private static String summary(RunResult result) {
        RunOutcome outcome = result.outcome();
        String state = outcome.state().name().toLowerCase(Locale.ROOT);
        String date = outcome.logicalDate() == null ? "" : "   as of " + outcome.logicalDate();
        String rows = outcome.read() == 0
                ? ""
                : "   read " + Humane.count(outcome.read()) + " = " + Humane.count(outcome.admitted()) + " admitted + "
                        + Humane.count(outcome.quarantined()) + " quarantined + "
                        + Humane.count(outcome.duplicate()) + " duplicate";
        String id = outcome.runId().isEmpty() ? "none: no event to publish" : outcome.runId();
        String findings = outcome.findings() == 0 ? "" : "   " + Humane.count(outcome.findings()) + " findings";

        return result.tenant() + "   " + state + "   run " + id + date + "   head " + outcome.headSequence() + rows
                + findings;
    }

    private static List<String> details(RunOutcome outcome, boolean everyFile) {
        List<String> lines = new ArrayList<>();
        if (everyFile) {
            for (RunOutcome.File file : outcome.files()) {
                lines.add(file.status() + "   " + Humane.count(file.bytes()) + " bytes   " + file.source() + "   "
                        + Shown.text(file.name())
                        + (file.reason() == null ? "" : "   " + Shown.text(Reason.sentence(file.reason()))));
            }
            outcome.writes().forEach(name -> lines.add("writes   " + name));
        } else {
            outcome.files().stream()
                    .filter(file -> file.status().equals(RunOutcome.File.REFUSED))
                    .forEach(file -> lines.add("refused   " + Shown.text(file.name()) + ": "
                            + Shown.text(Reason.sentence(file.reason()))));
        }
        outcome.warnings().forEach(warning -> lines.add("warning   " + Shown.text(warning)));
        outcome.differing().forEach(name -> lines.add("differs   " + name));
        if (!everyFile) {
            outcome.files().stream()
                    .filter(file -> file.status().equals(RunOutcome.File.WITHDRAWN))
                    .forEach(file -> lines.add("withdrawn   " + Shown.text(file.name()) + ": its rows count nowhere"));
        }
        if (outcome.state() == RunOutcome.State.BACKFILLED) {
            lines.add("kept beside the current run; read it with --as-of " + outcome.logicalDate() + " or --run "
                    + outcome.runId());
        }

        return lines;
    }
}
