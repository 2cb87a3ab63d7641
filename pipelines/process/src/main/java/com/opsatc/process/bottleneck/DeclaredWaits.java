package com.opsatc.process.bottleneck;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.FindingScope;
import com.opsatc.connector.Wait;
import com.opsatc.contract.claim.OutOfScopeWait;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is declared of the waits of a process: targets, and those that nobody would shorten. */
public record DeclaredWaits(FindingScope scope) {
    public static final DeclaredWaits NONE = new DeclaredWaits(FindingScope.NONE);

    public DeclaredWaits {
        requireNonNull(scope, "scope");
    }

    /**
     * Lays what the tenant declares over what the connector does, which need not occur in every extract.
     *
     * @param activities all that the process has
     * @throws PipelineException (configuration) naming each activity that the tenant declares and the process does not have
     */
    public static DeclaredWaits of(
            String process, FindingScope connector, FindingScope tenant, Collection<String> activities) {
        List<String> wrong = new ArrayList<>();
        for (Wait wait : tenant.waits()) {
            for (String name : List.of(wait.from(), wait.to())) {
                if (!activities.contains(name)) {
                    List<String> near = Nearest.of(name, activities);
                    wrong.add("no activity is called '" + name + "'"
                            + (near.isEmpty() ? "" : ", did you mean '" + String.join("' or '", near) + "'?"));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the waits that the tenant's configuration declares for process " + process + ": "
                            + String.join("; ", wrong.stream().distinct().toList())
                            + "; 'opsatc edges' lists the activities of the published run");
        }

        return new DeclaredWaits(connector.with(tenant));
    }

    /** The declared target in microseconds. */
    Optional<Long> targetUs(TimedEdge step) {
        return of(step).filter(wait -> wait.target() != null).map(Wait::targetUs);
    }

    public boolean inScope(TimedEdge step) {
        return of(step).map(Wait::outOfScope).isEmpty();
    }

    /** The steps of a process that are out of scope, by name. */
    public List<OutOfScopeWait> outOfScope(MinedProcess process) {
        return process.steps().stream()
                .filter(step -> !inScope(step))
                .map(step -> new OutOfScopeWait(
                        process.process(),
                        step.from(),
                        step.to(),
                        step.passages().n(),
                        of(step).map(Wait::outOfScope).orElseThrow()))
                .sorted(Comparator.comparing(OutOfScopeWait::from).thenComparing(OutOfScopeWait::to))
                .toList();
    }

    private Optional<Wait> of(TimedEdge step) {
        return scope.waits().stream()
                .filter(wait -> wait.from().equals(step.from()) && wait.to().equals(step.to()))
                .findFirst();
    }
}
