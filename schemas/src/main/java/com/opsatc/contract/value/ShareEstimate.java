package com.opsatc.contract.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** A share between 0 and 1 as somebody estimates it, at most four decimals; one chance in ten is below {@code low}, one above {@code high}. */
public record ShareEstimate(BigDecimal low, BigDecimal likely, BigDecimal high) {
    /** Decimals that a share may have. */
    public static final int DECIMALS = 4;

    public ShareEstimate {
        requireNonNull(low, "low");
        requireNonNull(likely, "likely");
        requireNonNull(high, "high");
        if (low.signum() < 0
                || likely.compareTo(low) < 0
                || high.compareTo(likely) < 0
                || high.compareTo(BigDecimal.ONE) > 0
                || low.scale() > DECIMALS
                || likely.scale() > DECIMALS
                || high.scale() > DECIMALS) {
            throw new IllegalArgumentException("Invalid share: low, likely and high are between 0 and 1, with at most "
                    + DECIMALS + " decimals, and each is no less than the one before");
        }
    }
}
