package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An uncertainty interval of a figure, in the figure's unit, both ends included.
 *
 * @param level coverage, e.g. 0.95
 * @param method how it was computed, e.g. {@code wilson}, {@code order-statistic}, {@code bucket-bootstrap},
 *     {@code cluster-bootstrap}
 */
public record Interval(BigDecimal level, BigDecimal low, BigDecimal high, String method) {
    public Interval {
        requireNonNull(level, "level");
        requireNonNull(low, "low");
        requireNonNull(high, "high");
        requireNonNull(method, "method");
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("Invalid interval: low is above high");
        }
    }
}
