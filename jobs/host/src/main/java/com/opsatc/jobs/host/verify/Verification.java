package com.opsatc.jobs.host.verify;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import java.util.List;

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

    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }
}
