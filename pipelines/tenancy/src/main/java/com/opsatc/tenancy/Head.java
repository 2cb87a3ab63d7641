package com.opsatc.tenancy;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.Sha256;
import java.time.Instant;

/**
 * A published run: what readers of a tenant see when its sequence is the greatest.
 *
 * @param sequence from 1, without gaps
 * @param manifestPath the signed manifest in the tenant's store
 * @param manifestSha256 digest of the manifest's plaintext
 * @param workflowEpoch the epoch of the kill switch it was published in
 */
public record Head(
        long sequence,
        String runId,
        String attemptId,
        String manifestPath,
        Sha256 manifestSha256,
        long workflowEpoch,
        Instant publishedAt) {
    public Head {
        requireNonNull(runId, "runId");
        requireNonNull(attemptId, "attemptId");
        requireNonNull(manifestPath, "manifestPath");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(publishedAt, "publishedAt");
    }
}
