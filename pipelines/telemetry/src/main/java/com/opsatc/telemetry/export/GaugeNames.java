package com.opsatc.telemetry.export;

import com.opsatc.contract.telemetry.WindowRow;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** How the metrics of window rows are called as gauges, and what their keys become. */
enum GaugeNames {
    DURATION_SHARE(
            "latency_share_le",
            "platform.http.server.request.duration.share",
            "1",
            "le",
            "Share of operations that took at most le seconds"),
    DURATION_QUANTILE(
            "latency_p",
            "platform.http.server.request.duration.quantile",
            "s",
            "quantile",
            "Quantile of the durations of operations"),
    ERROR_RATIO("error_ratio", "platform.error_ratio", "1", null, "Share of operations that failed, user-days clipped"),
    OVER_CLIP_RATIO(
            "over_clip_share",
            "platform.error_over_clip_ratio",
            "1",
            null,
            "Share of operations in user-days whose error ratio is over the clip"),
    FEATURE_USERS(
            "feature_users",
            "platform.feature.users",
            "1",
            "feature",
            "Weight of the users of a feature under evaluation, mean of a day"),
    ACTIVE_WEIGHT("active_weight", "platform.active_weight", "1", null, "Weight of active tenants, mean of a day");

    private static final int MICRO_DECIMALS = 6;

    private final String metrics;
    private final String gauge;
    private final String unit;
    private final String keyName;
    private final String description;

    GaugeNames(String metrics, String gauge, String unit, String keyName, String description) {
        this.metrics = metrics;
        this.gauge = gauge;
        this.unit = unit;
        this.keyName = keyName;
        this.description = description;
    }

    static GaugeNames of(String metric) {
        return Arrays.stream(values())
                .filter(figures -> figures.covers(metric))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No gauge stands for metric " + metric));
    }

    /** Whether a metric of window rows is exported as this gauge. */
    boolean covers(String metric) {
        return metric.startsWith(metrics);
    }

    String gauge() {
        return gauge;
    }

    String unit() {
        return unit;
    }

    String description() {
        return description;
    }

    /** The attribute that holds {@link #key}; null when there is none. */
    String keyName() {
        return keyName;
    }

    /** What the row is of, as monitoring tools write it: bounds in seconds, quantiles as fractions. */
    Optional<String> key(WindowRow row) {
        return switch (this) {
            case DURATION_SHARE -> Optional.of(plain(BigDecimal.valueOf(Long.parseLong(row.key()), MICRO_DECIMALS)));
            case DURATION_QUANTILE ->
                Optional.of(plain(BigDecimal.valueOf(
                        Long.parseLong(row.metric().substring(row.metric().indexOf("_p") + 2)), 2)));
            case FEATURE_USERS -> Optional.of(row.key());
            case ERROR_RATIO, OVER_CLIP_RATIO, ACTIVE_WEIGHT -> Optional.empty();
        };
    }

    /** A value of a row in the gauge's unit. */
    BigDecimal scaled(BigDecimal value) {
        return this == DURATION_QUANTILE ? value.movePointLeft(MICRO_DECIMALS).stripTrailingZeros() : value;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
