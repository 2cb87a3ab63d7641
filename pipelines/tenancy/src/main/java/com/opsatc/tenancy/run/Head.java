package com.opsatc.tenancy.run;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A published run, which readers can name; of the live ones, the greatest sequence is what readers see who name none.
 *
 * @param sequence from 1, without gaps
 * @param manifestPath the signed manifest in the tenant's store
 * @param manifestSha256 digest of the manifest's plaintext
 * @param workflowEpoch the epoch of the kill switch it was published in
 * @param logicalDate its figures know nothing later
 * @param live false for a date asked for that lay before the date of what readers saw
 */
public record Head(
        long sequence,
        String runId,
        String attemptId,
        String manifestPath,
        Sha256 manifestSha256,
        long workflowEpoch,
        Instant publishedAt,
        LocalDate logicalDate,
        boolean live) {
    public Head {
        requireNonNull(runId, "runId");
        requireNonNull(attemptId, "attemptId");
        requireNonNull(manifestPath, "manifestPath");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(publishedAt, "publishedAt");
        requireNonNull(logicalDate, "logicalDate");
    }
}
