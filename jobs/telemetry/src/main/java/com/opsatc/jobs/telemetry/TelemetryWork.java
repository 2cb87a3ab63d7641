package com.opsatc.jobs.telemetry;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.TelemetryOutcome;
import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.ingest.Ingest;
import com.opsatc.telemetry.ingest.IngestRequest;
import com.opsatc.telemetry.ingest.IngestResult;
import com.opsatc.telemetry.ingest.RawFiles;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ProbeLane;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.telemetry.release.ReleaseRequest;
import com.opsatc.telemetry.release.ReleasedDay;
import com.opsatc.telemetry.release.Releaser;
import com.opsatc.tenancy.scope.PlatformScope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Each kind of work on telemetry, from the request to its outcome. */
final class TelemetryWork {
    private static final int THREADS = 2;

    private final PlatformScope scope;
    private final TelemetryRequest request;
    private final ProgressSink progress;
    private final Manifest manifest;

    TelemetryWork(PlatformScope scope, TelemetryRequest request, ProgressSink progress) {
        this.scope = requireNonNull(scope, "scope");
        this.request = requireNonNull(request, "request");
        this.progress = requireNonNull(progress, "progress");
        this.manifest = Manifest.load(Path.of(request.configuration()).resolve("telemetry/manifest.yaml"));
    }

    TelemetryOutcome ingest() {
        TelemetryRequest.Ingest asked = request.ingest();
        LocalDate through = through(asked.through());
        IngestResult result = ingest(
                new IngestRequest(
                        manifest,
                        today(),
                        through,
                        through,
                        tenants(asked.inputs()),
                        probe(asked.inputs()),
                        ofSpool(tenants(asked.inputs()))),
                asked.runner());

        SortedMap<String, Long> counts = counts(result);
        RawFiles.Retention retention = spool().deleteCounted(today());
        counts.put("raw files deleted", retention.deleted());
        counts.put("raw files kept", retention.kept());

        return new TelemetryOutcome(result.committed(), counts, List.of(), List.of(), result.messages());
    }

    /** A week of a made-up fleet and of the probe, as a night would take it up. */
    TelemetryOutcome demo() {
        TelemetryRequest.Demo asked = request.demo();
        progress.progress("make up telemetry", 0, 0, 0);
        List<TelemetryRequest.Input> inputs = new DemoTelemetry(manifest, asked).write();
        progress.finished("make up telemetry", 0, asked.days() + " days");
        // A demo with another seed leaves the days that are counted as they are.
        IngestResult result = ingest(
                new IngestRequest(
                        manifest,
                        today(),
                        asked.through().minusDays(asked.days() - 1L),
                        asked.through(),
                        tenants(inputs),
                        probe(inputs),
                        true),
                TelemetryRequest.Runner.DIRECT);
        TelemetryOutcome released = release();

        return new TelemetryOutcome(
                result.committed(), counts(result), released.released(), List.of(), released.files());
    }

    private IngestResult ingest(IngestRequest asked, TelemetryRequest.Runner runner) {
        progress.progress("ingest", 0, 0, 0);
        IngestResult result = Ingest.run(
                asked,
                new ExactDays(RestrictedStore.of(scope)),
                scope::freshKey,
                runner == TelemetryRequest.Runner.SPARK ? spark() : Runner.direct(THREADS));
        ProbeLane.of(folder()).put(result.figures());
        progress.finished(
                "ingest",
                result.counts().points() + result.probeCounts().points(),
                result.committed().size() + " days");

        return result;
    }

    private Runner spark() {
        SparkSettings.apply(Path.of(request.scratch()));

        return Runner.spark(THREADS);
    }

    private RawFiles spool() {
        return new RawFiles(scope.spool(), manifest, new ExactDays(RestrictedStore.of(scope)));
    }

    private ReleaseFolder folder() {
        return ReleaseFolder.open(scope.releases());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(request.now(), ZoneOffset.UTC);
    }

    private LocalDate through(LocalDate asked) {
        return asked == null ? today().minusDays(1) : asked;
    }

    TelemetryOutcome release() {
        progress.progress("release", 0, 0, 0);
        List<ReleasedDay> released = Releaser.of(
                        scope, new ReleaseRequest(manifest, request.codeVersion(), request.now()))
                .release();
        progress.finished("release", 0, released.size() + " days");
        List<String> files = views();
        List<TelemetryOutcome.Released> states = released.stream()
                .flatMap(day -> day.blocks().entrySet().stream()
                        .map(block -> new TelemetryOutcome.Released(
                                day.day(), block.getKey(), block.getValue().name())))
                .toList();

        return new TelemetryOutcome(
                released.stream().map(ReleasedDay::day).toList(), new TreeMap<>(), states, List.of(), files);
    }

    TelemetryOutcome view() {
        return new TelemetryOutcome(List.of(), new TreeMap<>(), List.of(), List.of(), views());
    }

    TelemetryOutcome simulate() {
        return new TelemetryOutcome(
                List.of(),
                new TreeMap<>(),
                List.of(),
                Simulations.run(manifest, request.simulation(), progress),
                List.of());
    }

    private List<String> views() {
        progress.progress("views", 0, 0, 0);
        List<String> written =
                new EngineerViews(folder(), manifest, request.codeVersion()).replace(scope.contractedTenants());
        progress.finished("views", written.size(), "");

        return written;
    }

    private boolean ofSpool(List<Path> files) {
        Path spool = scope.spool().toAbsolutePath().normalize();

        return files.stream().allMatch(file -> file.startsWith(spool));
    }

    private static List<Path> tenants(List<TelemetryRequest.Input> inputs) {
        return inputs.stream()
                .filter(input -> !input.probe())
                .flatMap(input -> input.files().stream())
                .map(Path::of)
                .toList();
    }

    private static SortedMap<ProbeSource, List<Path>> probe(List<TelemetryRequest.Input> inputs) {
        SortedMap<ProbeSource, List<Path>> files = new TreeMap<>();
        for (TelemetryRequest.Input input : inputs) {
            if (input.probe()) {
                files.computeIfAbsent(source(input.format()), source -> new ArrayList<>())
                        .addAll(input.files().stream().map(Path::of).toList());
            }
        }

        return files;
    }

    private static ProbeSource source(TelemetryRequest.Format format) {
        return switch (format) {
            case OTLP -> ProbeSource.OTLP;
            case NEZHA -> ProbeSource.NEZHA_SPANS;
            case ACCESS_LOG -> ProbeSource.ACCESS_LOG;
        };
    }

    private static SortedMap<String, Long> counts(IngestResult result) {
        SortedMap<String, Long> named = new TreeMap<>();
        count(named, "", result.counts());
        count(named, "probe ", result.probeCounts());

        return named;
    }

    private static void count(SortedMap<String, Long> named, String lane, ReadCounts counts) {
        if (counts.files() == 0) {
            return;
        }

        named.put(lane + "files", counts.files());
        named.put(lane + "lines", counts.lines());
        named.put(lane + "points", counts.points());
        named.put(lane + "points used", counts.pointsUsed());
        counts.refused().forEach((reason, count) -> named.put(lane + "refused " + reason.name(), count));
    }
}
