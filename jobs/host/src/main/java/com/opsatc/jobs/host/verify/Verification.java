package com.opsatc.jobs.host.verify;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a verification found.
 *
 * @param notCovered what no check here looks at, so that a pass is not read as more than it is
 */
public record Verification(TenantId tenant, String runId, List<Check> checks, List<String> notCovered) {
    public Verification {
        requireNonNull(tenant, "tenant");
        requireNonNull(runId, "runId");
        checks = List.copyOf(checks);
        notCovered = List.copyOf(notCovered);
    }

    /**
     * One check.
     *
     * @param holds how many of {@code of} things hold
     * @param detail what was checked, and by what
     * @param broken names of what does not hold: documents, KPIs, findings
     */
    public record Check(String name, long holds, long of, String detail, List<String> broken) {
        public Check {
            requireNonNull(name, "name");
            requireNonNull(detail, "detail");
            broken = List.copyOf(broken);
        }

        public boolean passed() {
            return holds == of && broken.isEmpty();
        }
    }

    /** The same with further checks, which cover what this did not. */
    public Verification and(CrossChecked more) {
        List<Check> all = new ArrayList<>(checks);
        all.addAll(more.checks());
        return new Verification(
                tenant,
                runId,
                all,
                Stream.concat(
                                notCovered.stream()
                                        .filter(each -> !more.covered().contains(each)),
                                more.notCovered().stream())
                        .toList());
    }

    /** The same with one more check. */
    public Verification with(Check more) {
        List<Check> all = new ArrayList<>(checks);
        all.add(more);
        return new Verification(tenant, runId, all, notCovered);
    }

    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }
}
