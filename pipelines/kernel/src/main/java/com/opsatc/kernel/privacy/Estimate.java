package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A figure computed from noisy sums, with its 95 % interval for the noise; six decimals.
 *
 * <p>The interval is about the noise alone: what clipping removed before it is not in it.
 *
 * @param low lower end, included; not above the value
 * @param high upper end, included; not below the value
 */
public record Estimate(BigDecimal value, BigDecimal low, BigDecimal high, NoisePrecision precision) {
    static final int DECIMALS = 6;

    public Estimate {
        requireNonNull(precision, "precision");
        if (low.compareTo(value) > 0 || high.compareTo(value) < 0) {
            throw new IllegalArgumentException("Invalid estimate: its value is outside its interval");
        }
    }
}
