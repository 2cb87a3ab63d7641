package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

/**
 * A quantile from a noisy histogram, with its 95 % interval for the noise.
 *
 * <p>Each end is within the bounds or above the last one. With no mass the interval is all there is: 0 to above the last
 * bound.
 */
public record QuantileEstimate(
        LatencyQuantile value, LatencyQuantile low, LatencyQuantile high, NoisePrecision precision) {
    public QuantileEstimate {
        requireNonNull(value, "value");
        requireNonNull(low, "low");
        requireNonNull(high, "high");
        requireNonNull(precision, "precision");
    }
}
