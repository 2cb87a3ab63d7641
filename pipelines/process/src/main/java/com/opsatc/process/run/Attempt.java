package com.opsatc.process.run;

import com.opsatc.connector.Connector;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.publish.DocumentFolder;
import com.opsatc.process.publish.Stages;
import com.opsatc.process.run.input.Foundation;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.run.input.RunMeaning;
import com.opsatc.process.run.input.SourceFilesSeen;
import com.opsatc.process.run.stage.AdmitStage;
import com.opsatc.process.run.stage.AdmittedSource;
import com.opsatc.process.run.stage.CanonicalStage;
import com.opsatc.process.run.stage.CanonicalStage.CanonicalSource;
import com.opsatc.process.run.stage.DeclaredRules;
import com.opsatc.process.run.stage.LogStage;
import com.opsatc.process.run.stage.LogStage.MinedSource;
import com.opsatc.process.run.stage.MergedLog;
import com.opsatc.process.run.stage.ProcessState;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.store.Branches;
import com.opsatc.process.store.Garbage;
import com.opsatc.tenancy.run.Run;
import com.opsatc.tenancy.run.RunLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** One try at computing a run: its own branches, its own document folder, nothing that a reader sees. */
final class Attempt {
    private final RunEnvironment environment;
    private final RunRequest request;
    private final RunConfiguration configuration;
    private final Foundation foundation;
    private final List<SourceFilesSeen> seen;
    private final RunMeaning meaning;
    private final LocalDate asOf;
    private final boolean recorded;
    private final AttemptTables tables;
    private final DocumentFolder folder;
    private final RunCosts costs;
    private String current = Stages.ADMIT;
    private int commits;

    /** What an attempt computed: the manifest that a head may name. */
    record Computed(RunManifest manifest, long findings, List<StreamQuality> streams) {}

    private Attempt(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            Foundation foundation,
            List<SourceFilesSeen> seen,
            RunMeaning meaning,
            LocalDate asOf,
            boolean recorded) {
        this.environment = environment;
        this.request = request;
        this.configuration = configuration;
        this.foundation = foundation;
        this.seen = List.copyOf(seen);
        this.meaning = meaning;
        this.asOf = asOf;
        this.recorded = recorded;
        this.tables = new AttemptTables(
                environment.session(),
                environment.catalog(),
                request.attemptId(),
                foundation.snapshots(configuration.sources()),
                table -> told());
        this.folder = new DocumentFolder(environment.scope().store(), request.attemptId());
        this.costs = new RunCosts(environment.session().sparkContext(), environment.catalog(), configuration.sources());
    }

    /** A try at a new run on top of the previous head. */
    static Attempt begin(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            Foundation foundation,
            List<SourceFilesSeen> seen,
            RunMeaning meaning) {
        return new Attempt(
                environment,
                request,
                configuration,
                foundation,
                seen,
                meaning,
                request.logicalDate(),
                /* recorded= */ true);
    }

    /** A try at what is published already, for comparison; the ledger does not know it. */
    static Attempt again(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            Foundation published,
            List<SourceFilesSeen> nothingNew,
            RunMeaning meaning) {
        return new Attempt(
                environment,
                request,
                configuration,
                published,
                nothingNew,
                meaning,
                published.manifest().orElseThrow().logicalDate(),
                /* recorded= */ false);
    }

    Computed compute() {
        ProgressSink progress = environment.progress();
        List<ProcessState> processes = new ArrayList<>();
        long watermarkUs = Long.MIN_VALUE;
        long known = 0;
        List<AdmittedSource> admitted = new ArrayList<>();
        List<CanonicalSource> canonical = new ArrayList<>();
        try {
            for (SourceFilesSeen source : seen) {
                admitted.add(admit(source));
            }

            counted(admitted);
            QualityStop.requirePassed(request, admitted);
            for (AdmittedSource rows : admitted) {
                stage(Stages.CANONICAL + " " + rows.source().source());
                CanonicalSource events = CanonicalStage.run(tables, rows, asOf, configuration.zone());
                canonical.add(events);
                watermarkUs = Math.max(watermarkUs, events.watermarkUs());
                known += events.eventCount();
                progress.finished(Stages.CANONICAL + " " + rows.source().source(), events.eventCount(), note(events));
            }

            if (known == 0) {
                throw QualityStop.nothing(request, admitted, watermarkUs == Long.MIN_VALUE ? null : date(watermarkUs));
            }

            LocalDate watermark = date(watermarkUs);
            LocalDate logicalDate = asOf == null ? watermark : asOf;
            for (List<String> process : configuration.processes()) {
                processes.add(mined(
                        admitted.stream()
                                .filter(source ->
                                        process.contains(source.source().source()))
                                .toList(),
                        new MergedLog(canonical.stream()
                                .filter(source ->
                                        process.contains(source.source().source()))
                                .toList()),
                        logicalDate));
            }

            return documents(processes, watermark, logicalDate);
        } catch (PipelineException e) {
            if (recorded && !admitted.isEmpty()) {
                AttemptQuality.keep(environment, request, configuration, admitted);
            }

            throw e;
        } finally {
            costs.close();
            processes.forEach(process -> process.mined().release());
            admitted.forEach(AdmitStage::release);
        }
    }

    DocumentFolder folder() {
        return folder;
    }

    /** Tags what the previous head names, and collects what attempts that died left behind. */
    void settlePrevious() {
        int branches = Branches.settle(
                tables,
                foundation.published().map(p -> p.head().sequence()).orElse(0L),
                foundation.snapshots(configuration.sources()));
        if (branches > 0 || attemptsDied()) {
            Garbage.collect(tables, environment.scope());
        }
    }

    /** Whether an attempt before this one ended without a head since the last one that has one. */
    private boolean attemptsDied() {
        return RunLedger.list(environment.scope()).stream()
                .filter(run -> !run.attemptId().equals(request.attemptId()))
                .findFirst()
                .filter(run -> run.state() != Run.State.PUBLISHED)
                .isPresent();
    }

    /** Tags the new head's snapshots; a crash before or during this is made good by the next run. */
    void settle(long sequence) {
        Branches.settle(tables, sequence, tables.snapshots());
    }

    /** Leaves nothing of this attempt. */
    void discard() {
        settlePrevious();
        Garbage.collect(tables, environment.scope());
    }

    private AdmittedSource admit(SourceFilesSeen source) {
        String stage = Stages.ADMIT + " " + source.source().source();
        stage(stage);
        AdmittedSource rows = AdmitStage.run(
                environment.session(),
                tables,
                source,
                configuration.rulesOf(source.source()),
                environment.scope().keyReference());
        environment.progress().finished(stage, sum(List.of(rows), FileQuality::read), note(rows));

        return rows;
    }

    private ProcessState mined(List<AdmittedSource> admitted, MergedLog log, LocalDate logicalDate) {
        Connector connector = log.sources().get(0).source().connector();
        stage(Stages.LOG + " " + log.name());
        MinedSource mined = LogStage.run(
                environment.session(),
                tables,
                connector.process(),
                connector.caseNotion(),
                connector.ends(),
                log,
                DeclaredRules.of(configuration, log, logicalDate),
                configuration.zone());
        environment
                .progress()
                .finished(
                        Stages.LOG + " " + log.name(),
                        mined.counts().events(),
                        mined.counts().cases() + " cases, "
                                + mined.byActivity().mined().variants().size() + " variants");
        return new ProcessState(admitted, log.sources(), log.objects(), mined);
    }

    private Computed documents(List<ProcessState> processes, LocalDate watermark, LocalDate logicalDate) {
        String runId = meaning.runId(logicalDate);
        if (recorded) {
            RunLedger.identify(environment.scope(), request.attemptId(), runId, logicalDate);
        }

        stage(Stages.FIGURES);
        RunDocuments written = new RunDocuments(environment, request, configuration, folder, runId, logicalDate);
        long findings = written.write(processes);
        if (recorded) {
            Map<String, Long> counts = new TreeMap<>(costs.counts());
            counts.put("findings", findings);
            RunLedger.stage(environment.scope(), request.attemptId(), Stages.PUBLISH, counts);
        }

        environment.progress().progress(Stages.DIGESTS, 0, 0, 0);
        RunManifest manifest = Manifests.of(
                environment,
                request,
                configuration,
                meaning,
                seen,
                tables,
                folder,
                processes,
                runId,
                logicalDate,
                watermark,
                foundation.lastManifest());
        environment
                .progress()
                .finished(Stages.DIGESTS, 0, manifest.tableDigests().size() + " tables");
        return new Computed(
                manifest,
                findings,
                processes.stream()
                        .flatMap(process -> process.admitted().stream().flatMap(source -> source.streams().stream()))
                        .toList());
    }

    /** Tells the ledger what became of the rows, before anything can refuse them. */
    private void counted(List<AdmittedSource> admitted) {
        if (recorded) {
            RunLedger.stage(
                    environment.scope(),
                    request.attemptId(),
                    current,
                    Map.of(
                            "read", sum(admitted, FileQuality::read),
                            "admitted", sum(admitted, FileQuality::admitted),
                            "quarantined", sum(admitted, FileQuality::quarantined),
                            "duplicate", sum(admitted, FileQuality::duplicate)));
        }
    }

    private void stage(String name) {
        current = name;
        told();
        if (recorded) {
            RunLedger.stage(environment.scope(), request.attemptId(), name, Map.of());
        }
    }

    /** A sign of life: at each stage, and after each commit to a table. */
    private void told() {
        environment.progress().progress(current, commits++, 0, 0);
    }

    private LocalDate date(long us) {
        return Instant.EPOCH
                .plus(us, ChronoUnit.MICROS)
                .atZone(configuration.zone())
                .toLocalDate();
    }

    /** What the mappings lost, in few words: the first of it, and how much more there is. */
    private static String note(CanonicalSource source) {
        List<String> notable = source.counts().mappings().stream()
                .flatMap(count -> count.notable().stream())
                .toList();
        return notable.isEmpty()
                ? ""
                : notable.get(0)
                        + (notable.size() == 1 ? "" : "; " + (notable.size() - 1) + " more in the quality document");
    }

    private static long sum(List<AdmittedSource> admitted, ToLongFunction<FileQuality> count) {
        return admitted.stream()
                .flatMap(source -> source.files().stream())
                .mapToLong(count)
                .sum();
    }

    private static String note(AdmittedSource rows) {
        return sum(List.of(rows), FileQuality::quarantined) + " quarantined, "
                + sum(List.of(rows), FileQuality::duplicate) + " duplicate";
    }
}
