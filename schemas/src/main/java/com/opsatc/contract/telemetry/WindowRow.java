package com.opsatc.contract.telemetry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure over a window of days, computed from released cells alone: anybody who holds the release can compute it again.
 *
 * @param windowDays 7, 28 or 91
 * @param endDay the last day of the window
 * @param metric e.g. {@code latency_p95}, {@code error_ratio}, {@code latency_share_le}, {@code feature_users}, {@code active_weight}
 * @param key what the metric is of: a latency bound in microseconds, a feature; empty when there is one figure
 * @param unit {@code us}, {@code ratio} or {@code weight}
 * @param value null when nothing can be said
 * @param ciLow lower end of the 95 % interval; null with the value
 * @param daysReleased how many days of the window were released
 */
public record WindowRow(
        int windowDays,
        LocalDate endDay,
        String metric,
        String key,
        String serviceArea,
        String unit,
        BigDecimal value,
        BigDecimal ciLow,
        BigDecimal ciHigh,
        Precision precision,
        int daysReleased,
        BigDecimal epsYear) {
    public WindowRow {
        requireNonNull(endDay, "endDay");
        requireNonNull(metric, "metric");
        requireNonNull(key, "key");
        requireNonNull(serviceArea, "serviceArea");
        requireNonNull(unit, "unit");
        requireNonNull(precision, "precision");
        if ((value == null) != (ciLow == null) || (value == null) != (ciHigh == null)) {
            throw new IllegalArgumentException("Invalid figure of " + metric + ": a value stands with its interval");
        }
    }
}
