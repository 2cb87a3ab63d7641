package com.opsatc.contract.telemetry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One charge of the privacy ledger, as the public sees it.
 *
 * @param rho what the block cost that day, {@code n/d}
 * @param cumulativeRho the sum over the 365 days up to this one, {@code n/d}
 * @param epsYear epsilon of that sum at the manifest's delta, rounded up
 */
public record LedgerRow(
        LocalDate day, String blockId, ReleaseStatus status, String rho, String cumulativeRho, BigDecimal epsYear) {
    public LedgerRow {
        requireNonNull(day, "day");
        requireNonNull(blockId, "blockId");
        requireNonNull(status, "status");
        requireNonNull(rho, "rho");
        requireNonNull(cumulativeRho, "cumulativeRho");
    }
}
