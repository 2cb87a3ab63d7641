package com.opsatc.process.publish;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.RunManifest;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.admit.Inventory;
import com.opsatc.process.admit.SourceSpec;
import com.opsatc.tenancy.Head;
import com.opsatc.tenancy.Published;
import com.opsatc.tenancy.RunLedger;
import com.opsatc.tenancy.TenantScope;
import com.opsatc.tenancy.WorkflowSwitch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

        RunConfiguration configuration = RunConfiguration.load(request);
        Optional<Published> previous = Published.current(scope);
        if (request.mode() == RunRequest.Mode.RECOMPUTE) {
            return Recomputation.run(environment, request, configuration, previous);
        }

        List<SourceFilesSeen> seen = inspect(environment, configuration, previous);
        RunMeaning meaning =
                RunMeaning.of(request, configuration, inputs(previous, seen), SourceFilesSeen.refusals(seen));
        if (previous.isPresent() && meaning.isPublishedBy(previous.get().manifest(), request.logicalDate())) {
            return Outcomes.unchanged(previous.get(), seen);
        }
        if (request.mode() == RunRequest.Mode.DRY_RUN) {
            return Outcomes.planned(request, meaning, previous, seen);
        }

        return publish(environment, request, configuration, previous, seen, meaning);
    }

    private static RunOutcome publish(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            Optional<Published> previous,
            List<SourceFilesSeen> seen,
            RunMeaning meaning) {
        TenantScope scope = environment.scope();
        WorkflowSwitch workflow = WorkflowSwitch.read(scope);
        if (!workflow.enabled()) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot run tenant " + scope.tenant()
                            + ": publishing is switched off; switch it on first with 'opsatc tenant switch "
                            + scope.tenant() + " on'");
        }

        RunLedger.start(scope, request.attemptId(), request.startedAt());
        try {
            Attempt attempt = Attempt.begin(environment, request, configuration, previous, seen, meaning);
            attempt.settlePrevious();
            Attempt.Computed computed = attempt.compute();
            if (previous.isPresent()
                    && previous.get().head().runId().equals(computed.manifest().runId())) {
                RunLedger.fail(
                        scope,
                        request.attemptId(),
                        ErrorCode.CONFLICT,
                        "The run of this meaning is published already as head "
                                + previous.get().head().sequence(),
                        environment.clock().instant());
                attempt.discard();
                return Outcomes.unchanged(previous.get(), seen);
            }

            Head head = Publication.publish(
                    scope,
                    attempt.folder(),
                    computed.manifest(),
                    previous.map(p -> p.head().sequence()).orElse(0L),
                    workflow.epoch(),
                    environment.clock().instant(),
                    environment.progress());
            attempt.settle(head.sequence());
            environment.progress().finished(Stages.PUBLISH, 0, "head " + head.sequence());
            return Outcomes.published(head, computed, seen);
        } catch (PipelineException e) {
            RunLedger.fail(
                    scope,
                    request.attemptId(),
                    e.code(),
                    e.getMessage(),
                    environment.clock().instant());
            throw e;
        }
    }

    private static List<SourceFilesSeen> inspect(
            RunEnvironment environment, RunConfiguration configuration, Optional<Published> previous) {
        List<RunManifest.Input> known = previous.map(p -> p.manifest().inputs()).orElse(List.of());
        List<SourceFilesSeen> seen = new ArrayList<>();
        for (SourceSpec source : configuration.sources()) {
            seen.add(SourceFilesSeen.of(source, Inventory.inspect(source, environment.progress()), known));
        }

        long files = seen.stream().mapToLong(s -> s.all().size()).sum();
        long refused = seen.stream().mapToLong(s -> s.refused().size()).sum();
        environment.progress().finished(Stages.INSPECT, files, refused == 0 ? "" : refused + " files refused");
        return seen;
    }

    /** Every input ever admitted and the new ones, in an order that does not depend on when each arrived. */
    static List<RunManifest.Input> inputs(Optional<Published> previous, List<SourceFilesSeen> seen) {
        List<RunManifest.Input> inputs =
                new ArrayList<>(previous.map(p -> p.manifest().inputs()).orElse(List.of()));
        seen.forEach(source -> inputs.addAll(source.inputs()));
        inputs.sort(Comparator.comparing(RunManifest.Input::source)
                .thenComparing(RunManifest.Input::stream)
                .thenComparing(RunManifest.Input::file));
        return inputs;
    }
}
