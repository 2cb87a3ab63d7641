package com.opsatc.process.run;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.admit.read.DeliveryNotes;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.Inventory;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.publish.Publication;
import com.opsatc.process.publish.Stages;
import com.opsatc.process.run.input.Damage;
import com.opsatc.process.run.input.FileMemory;
import com.opsatc.process.run.input.Foundation;
import com.opsatc.process.run.input.ReadBefore;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.run.input.RunMeaning;
import com.opsatc.process.run.input.SourceFilesSeen;
import com.opsatc.process.store.StoredDamage;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.NewHead;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.StoredTables;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One tenant's run, from extract files to a published head.
 *
 * <p>Guarantee: readers see the previous head or the new one, whatever happens in between, and the next run gives the
 * figures of a run that was never killed. The caller holds the tenant's lock.
 */
public final class TenantRun {
    private TenantRun() {}

    /**
     * Runs to the end.
     *
     * @throws PipelineException with what failed, on what, why, and what to do; the previous head still serves
     */
    public static RunOutcome execute(RunEnvironment environment, RunRequest request) {
        TenantScope scope = environment.scope();
        if (!request.tenant().equals(scope.tenant())) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot run tenant " + request.tenant() + ": this process was given another tenant's key");
        }

        if (!rereads(request.mode())) {
            requireSwitchedOn(scope);
        }

        RunConfiguration configuration = RunConfiguration.load(request);
        if (request.mode() == RunRequest.Mode.CROSS_CHECK) {
            return RunCrossCheck.run(environment, request, configuration);
        }
        if (request.mode() == RunRequest.Mode.RECOMPUTE) {
            return Recomputation.run(environment, request, configuration);
        }

        Foundation foundation = Foundation.find(environment);
        Inspected files = inspect(environment, request, configuration, foundation);
        List<SourceFilesSeen> seen = seen(request, foundation, files.sources());
        RunMeaning meaning = RunMeaning.of(request, configuration, inputs(seen), SourceFilesSeen.setAside(seen));
        Optional<LocalDate> date = Optional.ofNullable(request.logicalDate())
                .or(() -> foundation.manifest().flatMap(meaning::watermarkOf));
        Optional<Head> done = date.flatMap(known -> readable(scope, request, meaning.runId(known)));
        if (done.isEmpty()) {
            return run(environment, request, configuration, foundation, seen, files.memory(), date);
        }

        Foundation looked = foundation.with(Damage.ofRun(environment, done.get()));
        if (looked.damage().none()) {
            return Outcomes.unchanged(Published.of(scope, done.get()), seen, meaning);
        }

        return run(
                environment,
                request,
                configuration,
                looked,
                seen(request, looked, files.sources()),
                files.memory(),
                date);
    }

    /** Whether a mode looks at what is published and publishes nothing. */
    private static boolean rereads(RunRequest.Mode mode) {
        return mode == RunRequest.Mode.RECOMPUTE || mode == RunRequest.Mode.CROSS_CHECK;
    }

    /** @param date of the run, where it is known before a row is read */
    private static RunOutcome run(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            Foundation foundation,
            List<SourceFilesSeen> seen,
            FileMemory memory,
            Optional<LocalDate> date) {
        PlanSettings.choose(environment.session(), inputs(seen));
        RunMeaning meaning = RunMeaning.of(request, configuration, inputs(seen), SourceFilesSeen.setAside(seen));
        if (request.mode() == RunRequest.Mode.DRY_RUN) {
            LocalDate planned = date.or(
                            () -> Foresight.watermark(environment, request, configuration, foundation, seen))
                    .orElse(null);
            return Outcomes.planned(meaning, planned, Heads.current(environment.scope()), foundation, seen);
        }

        return publish(environment, request, configuration, foundation, seen, memory, meaning);
    }

    /** The head that already has what was asked for: of a date any head of that run, of all there is the current one. */
    private static Optional<Head> readable(TenantScope scope, RunRequest request, String runId) {
        return request.logicalDate() == null
                ? Heads.current(scope).filter(head -> head.runId().equals(runId))
                : Heads.ofRun(scope, runId);
    }

    private static WorkflowSwitch requireSwitchedOn(TenantScope scope) {
        WorkflowSwitch workflow = WorkflowSwitch.read(scope);
        if (!workflow.enabled()) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot run tenant " + scope.tenant()
                            + ": publishing is switched off; switch it on first with 'opsatc tenant switch "
                            + scope.tenant() + " on'");
        }

        return workflow;
    }

    private static RunOutcome publish(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            Foundation foundation,
            List<SourceFilesSeen> seen,
            FileMemory memory,
            RunMeaning meaning) {
        TenantScope scope = environment.scope();
        WorkflowSwitch workflow = requireSwitchedOn(scope);
        RunLedger.start(scope, request.attemptId(), request.startedAt());
        try {
            StoredTables.forgetUnopenable(scope);
            Attempt attempt = Attempt.begin(environment, request, configuration, foundation, seen, meaning);
            attempt.settlePrevious();
            Attempt.Computed computed = attempt.compute();
            memory.keep(attempt.folder());
            Head head = Publication.publish(
                    scope,
                    attempt.folder(),
                    computed.manifest(),
                    foundation.sequence(),
                    request.logicalDate() == null ? NewHead.Kind.ALL : NewHead.Kind.DATED,
                    workflow.epoch(),
                    environment.clock().instant(),
                    environment.progress());
            attempt.settle(head.sequence());
            environment.progress().finished(Stages.PUBLISH, 0, "head " + head.sequence());
            return Outcomes.published(head, computed, foundation, seen, meaning);
        } catch (Exception e) { // Spark throws checked ones that it does not declare
            Optional<PipelineException> damage = StoredDamage.behind(e).map(TenantRun::metDamage);
            if (damage.isEmpty() && !(e instanceof PipelineException)) {
                throw e;
            }

            PipelineException known = damage.orElseGet(() -> (PipelineException) e);
            recordFailure(environment, request, known);
            throw known;
        }
    }

    /** What a look at the ends of files did not show, and reading did; the ledger's code makes the next run look closer. */
    private static PipelineException metDamage(PipelineException damage) {
        String what = damage.getMessage().split("; ", 2)[0];
        return new PipelineException(
                ErrorCode.STORE,
                what
                        + "; run the tenant again: the run looks at all that is stored, and makes what is damaged anew from"
                        + " the extracts",
                damage);
    }

    /** Where the ledger cannot be reached either, the failure itself is what the user must hear of. */
    private static void recordFailure(RunEnvironment environment, RunRequest request, PipelineException failure) {
        try {
            RunLedger.fail(
                    environment.scope(),
                    request.attemptId(),
                    failure.code(),
                    failure.getMessage(),
                    environment.clock().instant());
        } catch (PipelineException lost) {
            failure.addSuppressed(lost);
        }
    }

    /** What lies in a source now. */
    private record SourceFiles(SourceSpec source, List<ExtractFile> files, DeliveryNotes notes) {}

    /** @param memory of this, for the next run */
    private record Inspected(List<SourceFiles> sources, FileMemory memory) {}

    private static Inspected inspect(
            RunEnvironment environment, RunRequest request, RunConfiguration configuration, Foundation foundation) {
        FileMemory before = FileMemory.of(environment, foundation, request.codeVersion());
        FileMemory memory = FileMemory.none(request.codeVersion());
        List<SourceFiles> inspected = new ArrayList<>();
        for (SourceSpec source : configuration.sources()) {
            Instant began = environment.clock().instant();
            List<ExtractFile> files = Inventory.inspect(source, before.of(source), environment.progress());
            memory = memory.and(source, files, began);
            inspected.add(new SourceFiles(source, files, DeliveryNotes.in(source)));
        }

        return new Inspected(inspected, memory);
    }

    private static List<SourceFilesSeen> seen(RunRequest request, Foundation foundation, List<SourceFiles> inspected) {
        List<SourceFilesSeen> seen = new ArrayList<>();
        for (SourceFiles files : inspected) {
            SourceSpec source = files.source();
            Set<Sha256> withdrawn = request.withdrawn().stream()
                    .filter(file -> file.source().equals(source.source()))
                    .map(RunRequest.Withdrawn::file)
                    .collect(Collectors.toSet());
            seen.add(SourceFilesSeen.of(
                    source,
                    files.files(),
                    files.notes(),
                    ReadBefore.of(source, foundation, files.files(), withdrawn),
                    withdrawn));
        }

        return seen;
    }

    /** Every input that counts, in an order that does not depend on when each arrived. */
    static List<RunManifest.Input> inputs(List<SourceFilesSeen> seen) {
        return RunMeaning.ordered(
                seen.stream().flatMap(source -> source.inputs().stream()).toList());
    }
}
