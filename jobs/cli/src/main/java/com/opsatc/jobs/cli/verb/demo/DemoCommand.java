package com.opsatc.jobs.cli.verb.demo;

import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.demo.CheckTable;
import com.opsatc.jobs.cli.demo.DemoFolder;
import com.opsatc.jobs.cli.demo.Tiles;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.TextTable;
import com.opsatc.jobs.cli.verb.connector.ChosenConnector;
import com.opsatc.jobs.cli.verb.operate.HealthChecks;
import com.opsatc.jobs.cli.verb.read.Reading;
import com.opsatc.jobs.cli.verb.schedule.NextRun;
import com.opsatc.jobs.host.RunResult;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.jobs.host.TenantRuns;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.jobs.schedule.declare.Schedule;
import com.opsatc.jobs.simulate.DemoTenants;
import com.opsatc.jobs.simulate.SimulationPlan;
import com.opsatc.jobs.simulate.check.CheckLine;
import com.opsatc.jobs.simulate.check.CheckedDocuments;
import com.opsatc.jobs.simulate.check.DemoCheck;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code opsatc demo}: two made-up tenants, from extract files to a report, without network or any preparation. */
@Command(name = "demo", description = "Makes up the extracts of two tenants, runs both, and shows what was found.")
public final class DemoCommand implements Callable<Integer> {
    private static final String REGION = "local";
    private static final int MEMORY_MEBI = 2048;

    private final OpsatcCommand opsatc;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Draws what is planted, and where (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--check",
            description = "Compares what was found with what was planted, and ends with 4 if anything was missed.")
    private boolean check;

    @Option(names = "--control", description = "Plants no shift: the same check then requires that none is found.")
    private boolean control;

    public DemoCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        Path home = opsatc.homePath();
        DemoFolder folder = control ? DemoFolder.control(home, seed) : DemoFolder.planted(home, seed);
        List<SimulationPlan> plans = control ? DemoTenants.control(seed) : DemoTenants.of(seed);
        int code = run(folder, plans);
        if (code != 0) {
            return code;
        }

        boolean ok = true;
        for (SimulationPlan plan : plans) {
            ok &= Reading.of(opsatc, plan.tenant(), Purpose.READ, reading -> show(reading, folder));
        }
        new DemoPlatform(opsatc).run(folder.root().resolve("telemetry"), plans.size(), seed);
        next(plans.get(0).tenant());

        return ok ? 0 : ErrorCode.QUALITY_GATE.exitCode();
    }

    private int run(DemoFolder folder, List<SimulationPlan> plans) {
        try (Tenancy tenancy = opsatc.openOrCreate();
                PlatformTelemetry telemetry = opsatc.telemetry(tenancy.home(), TenantRunner.SERVICE)) {
            plans.forEach(plan -> requireOwn(tenancy, plan, folder));
            new DemoHome(opsatc, tenancy)
                    .require(plans.stream().map(SimulationPlan::tenant).toList());
            for (SimulationPlan plan : plans) {
                folder.write(plan);
                add(tenancy, plan, folder);
            }

            int processors = Runtime.getRuntime().availableProcessors();
            int atOnce = atOnce(processors, HealthChecks.physicalMemory());
            int cores = TenantRuns.coresEach(processors, plans.size(), atOnce);
            TenantRunner runner = new TenantRunner(
                    opsatc.host(tenancy),
                    new TenantRunner.Settings(RunRequest.Mode.PUBLISH, null, cores, ChildLimits.of(MEMORY_MEBI)),
                    telemetry);
            List<TenantId> tenants = plans.stream().map(SimulationPlan::tenant).toList();

            return code(TenantRuns.of(tenants, atOnce, runner::run));
        }
    }

    /** Both tenants at once where each has a core and its memory, with as much again for all else. */
    public static int atOnce(int processors, long memoryBytes) {
        long each = 2L * MEMORY_MEBI << 20;
        long most = Math.min(processors, memoryBytes / each);

        return most < 2 ? 1 : 2;
    }

    private int code(List<RunResult> results) {
        int code = 0;
        for (RunResult result : results) {
            if (result.failure() != null) {
                opsatc.terminal()
                        .err()
                        .println("opsatc: " + Shown.text(result.failure().message()));
                code = result.exitCode();
            }
        }

        return code;
    }

    /** A tenant of this name with other sources is another seed's, or somebody's: it is left alone, and nothing is written. */
    private void requireOwn(Tenancy tenancy, SimulationPlan plan, DemoFolder folder) {
        if (Tenants.of(tenancy).find(plan.tenant()).isEmpty()) {
            return;
        }

        try (TenantScope scope = opsatc.scope(tenancy, plan.tenant(), Role.OPERATOR, Purpose.READ)) {
            if (!sources(plan, folder).containsAll(TenantSources.list(scope))) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot run the demo of seed " + seed + ": tenant " + plan.tenant() + " of "
                                + opsatc.homePath()
                                + " reads other extracts, of another seed or your own; give this demo"
                                + " a home of its own with --home DIR");
            }
        }
    }

    private void add(Tenancy tenancy, SimulationPlan plan, DemoFolder folder) {
        Path declared = tenancy.home().tenantConfiguration(plan.tenant());
        if (!Files.exists(declared)) {
            folder.write(declared, DemoTenants.configuration(plan.tenant()).getBytes(StandardCharsets.UTF_8));
        }

        Tenants.of(tenancy)
                .add(
                        plan.tenant(),
                        new Region(REGION),
                        plan.zone(),
                        opsatc.invocation().clock().instant());
        try (TenantScope scope = opsatc.scope(tenancy, plan.tenant(), Role.OPERATOR, Purpose.ADMINISTER)) {
            sources(plan, folder)
                    .forEach(source -> TenantSources.add(
                            scope, source, opsatc.invocation().clock().instant()));
        }
    }

    private List<RunRequest.Source> sources(SimulationPlan plan, DemoFolder folder) {
        return List.of(
                source("sap/order-to-cash", folder.orders(plan.tenant()), plan),
                source("servicenow/incident", folder.tickets(plan.tenant()), plan));
    }

    private RunRequest.Source source(String connector, Path path, SimulationPlan plan) {
        ChosenConnector chosen = ChosenConnector.of(opsatc, connector, Map.of());

        return new RunRequest.Source(
                chosen.sourceName(), connector, path.toString(), plan.zone().getId(), chosen.settings());
    }

    /** Shows one tenant; false when the check was asked for and missed something. */
    private boolean show(Reading reading, DemoFolder folder) {
        TenantId tenant = reading.scope().tenant();
        PrintStream out = opsatc.terminal().out();
        out.println();
        out.println(opsatc.terminal().outStyle().bold("── " + tenant + " " + "─".repeat(60)));
        KpisDocument kpis = reading.published().read(Documents.KPIS);
        Tiles.of(
                        kpis.header()::titleOf,
                        kpis.kpis(),
                        reading.published().read(Documents.FINDINGS).findings(),
                        reading.published().read(Documents.BOTTLENECKS).bottlenecks())
                .forEach(out::println);
        out.println("Report   " + export(reading, folder, WriteGates.REPORT_FILE, Documents.REPORT.name(), "html"));
        out.println("Context  " + export(reading, folder, WriteGates.CONTEXT_FILE, Documents.CONTEXT.name(), "json"));

        return !check || checked(reading, folder);
    }

    private boolean checked(Reading reading, DemoFolder folder) {
        Map<String, byte[]> documents = new TreeMap<>();
        for (RunManifest.Document document : reading.published().manifest().documents()) {
            documents.put(document.name(), reading.published().document(document.name()));
        }

        List<CheckLine> lines =
                DemoCheck.compare(folder.truth(reading.scope().tenant()), new CheckedDocuments(documents));
        opsatc.terminal().out().println();
        TextTable.write(
                CheckTable.of(lines), opsatc.terminal().out(), opsatc.terminal().outStyle());

        return lines.stream().allMatch(CheckLine::ok);
    }

    private static Path export(Reading reading, DemoFolder folder, String gate, String document, String format) {
        Path file = folder.published(reading.scope().tenant(), document);
        byte[] bytes = reading.published().document(document);
        reading.passGate(gate, document, format);
        folder.write(file, bytes);

        return file;
    }

    private void next(TenantId tenant) {
        PrintStream out = opsatc.terminal().out();
        out.println();
        out.println("Next:  ./opsatc findings --tenant " + tenant + "   |   ./opsatc bottlenecks --tenant " + tenant
                + "   |   ./opsatc verify --tenant " + tenant + "   |   ./opsatc telemetry view   |   ./opsatc serve");
        out.println(NextRun.line(
                Schedule.load(opsatc.invocation().conf(), opsatc.homePath()),
                opsatc.invocation().clock().instant()));
    }
}
