package com.opsatc.benchmarks;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.host.Host;
import com.opsatc.jobs.host.Progress;
import com.opsatc.jobs.host.RunResult;
import com.opsatc.jobs.host.TenantRunner;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.jobs.host.child.Installation;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Runs a tenant of a home of its own as the product does: behind its lock, in a process of its own. */
final class HostedRuns implements AutoCloseable {
    private static final TenantId TENANT = new TenantId("bench");
    private static final Actor ACTOR = new Actor("bench");
    private static final int TICKS_PER_SECOND = 100;
    private static final int CHILDREN_USER = 15;

    private final Tenancy tenancy;
    private final TenantRunner runner;
    private final Map<String, Long> stages = new TreeMap<>();

    /** @param installation where the built program lies */
    HostedRuns(Path folder, Path installation, Path extract, ExtractFormat format) {
        tenancy = Tenancy.open(
                Home.create(folder.resolve("home")),
                RootKeys.of(folder.resolve("config/root.key").toString()));
        Tenants.of(tenancy).add(TENANT, Region.LOCAL, ZoneOffset.UTC, Instant.EPOCH);
        Map<String, String> settings = format == ExtractFormat.XES
                ? Map.of()
                : Map.of("case", "case", "activity", "activity", "timestamp", "at", "redelivery", "append");
        try (TenantScope scope = tenancy.open(TENANT, ACTOR, Role.OPERATOR, Source.TEST, Purpose.ADMINISTER)) {
            TenantSources.add(
                    scope,
                    new RunRequest.Source(
                            "bench", format.connector(), extract.toString(), "UTC", new TreeMap<>(settings)),
                    Instant.EPOCH);
        }

        Host host = new Host(
                tenancy,
                new Installation(installation),
                folder.resolve("none"),
                ACTOR,
                Source.TEST,
                Clock.systemUTC(),
                new StageTimes());
        runner = new TenantRunner(
                host,
                new TenantRunner.Settings(RunRequest.Mode.PUBLISH, null, Workspace.THREADS, ChildLimits.of(8192)),
                PlatformTelemetry.off());
    }

    /** Runs once, from the start of the run's process to its end. */
    RunMeasure run() {
        stages.clear();
        double cpu = childrenSeconds();
        long began = System.nanoTime();
        RunResult result = runner.run(TENANT);
        double wall = (System.nanoTime() - began) / 1e9;
        if (result.failure() != null) {
            throw new IllegalStateException(
                    "Cannot measure a run: it failed: " + result.failure().message());
        }

        try (TenantScope scope = open()) {
            // A run with nothing new is no attempt: the ledger's last one is the run before.
            Map<String, Long> counts = result.outcome().state() == RunOutcome.State.PUBLISHED
                    ? RunLedger.list(scope).get(0).rows()
                    : Map.of();
            return RunMeasure.of(wall, childrenSeconds() - cpu, counts, new TreeMap<>(stages));
        }
    }

    /** What the current run published, as {@link RunPeer.Found#figures} has it. */
    Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        try (TenantScope scope = open()) {
            ProcessEdges process = Published.current(scope)
                    .orElseThrow()
                    .read(Documents.EDGES)
                    .processes()
                    .get(0);
            figures.put("variants", Long.toString(process.variants()));
            for (Edge edge : process.edges()) {
                figures.put(
                        "edge " + edge.from() + " -> " + edge.to(),
                        edge.n() + " " + edge.cases() + " " + edge.sumUs() + " " + edge.p50Us() + " " + edge.p90Us());
            }
        }
        return figures;
    }

    private TenantScope open() {
        return tenancy.open(TENANT, ACTOR, Role.OPERATOR, Source.TEST, Purpose.READ);
    }

    @Override
    public void close() {
        tenancy.stopServer();
        tenancy.close();
    }

    /** Processor time of the processes that this one waited for, in seconds; 0 where the system does not say. */
    private static double childrenSeconds() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // After the name, which ends with the last parenthesis, comes field 3.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[CHILDREN_USER - 2]) + Long.parseLong(fields[CHILDREN_USER - 1]);
            return (double) ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Keeps how long each stage took. */
    private final class StageTimes implements Progress {
        @Override
        public synchronized void show(String who, ProgressEvent event) {
            if (event.finished()) {
                stages.merge(event.stage(), event.elapsedMs(), Long::sum);
            }
        }

        @Override
        public void close(String who) {}
    }
}
