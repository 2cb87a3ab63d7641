package com.opsatc.advisory;

import com.opsatc.contract.id.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The runs of a tenant that can be read. */
public record PublishedRuns(TenantId tenant, List<Published> runs) {
    public PublishedRuns {
        runs = List.copyOf(runs);
    }

    /**
     * A run.
     *
     * @param current whether it is what readers see who name none
     */
    public record Published(String runId, LocalDate logicalDate, Instant publishedAt, boolean current) {}
}
