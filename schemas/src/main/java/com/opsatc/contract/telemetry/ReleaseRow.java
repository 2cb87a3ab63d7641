package com.opsatc.contract.telemetry;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One block on one day in the release: how it was protected, and no count of anything that went in.
 *
 * @param releaseId hash of block, day and manifest
 * @param sigma2Num the variance of the noise in units squared is {@code sigma2Num / sigma2Den}
 * @param unitScale units that stand for weight 1
 * @param sensTenant the largest L2 change of the vector by one tenant, in units
 * @param sensUser the largest L2 change by one user, in units
 * @param epsYearToDate epsilon spent on any tenant in the 365 days up to this one, rounded up
 */
public record ReleaseRow(
        Sha256 releaseId,
        String manifestVersion,
        Sha256 manifestSha256,
        LocalDate day,
        String blockId,
        ReleaseStatus status,
        String mechanism,
        String sigma2Num,
        String sigma2Den,
        long unitScale,
        long sensTenant,
        long sensUser,
        String rhoNum,
        String rhoDen,
        BigDecimal epsYearToDate,
        String delta,
        String codeVersion) {
    public ReleaseRow {
        requireNonNull(releaseId, "releaseId");
        requireNonNull(manifestVersion, "manifestVersion");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(day, "day");
        requireNonNull(blockId, "blockId");
        requireNonNull(status, "status");
        requireNonNull(mechanism, "mechanism");
        requireNonNull(codeVersion, "codeVersion");
    }
}
