package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.BlockKind;
import java.util.Arrays;
import java.util.Optional;

/** The metrics of the release that the page has words for, in the order of a section. */
enum Metric {
    ERROR_RATIO("error_ratio", BlockKind.ERRORS, "Failed operations", "Share of operations that failed."),
    OVER_CLIP_SHARE(
            "over_clip_share",
            BlockKind.ERRORS,
            "Operations beyond the error clip",
            "Share of operations of user-days with so many failures that the clip cuts them: while it is above 0, the error share is understated."),
    LATENCY_P50("latency_p50", BlockKind.LATENCY, "Median latency", "Half of the operations took at most this long."),
    LATENCY_P95(
            "latency_p95",
            BlockKind.LATENCY,
            "95th percentile of latency",
            "19 of 20 operations took at most this long."),
    LATENCY_P99(
            "latency_p99",
            BlockKind.LATENCY,
            "99th percentile of latency",
            "99 of 100 operations took at most this long."),
    LATENCY_SHARE_LE(
            "latency_share_le",
            BlockKind.LATENCY,
            "Operations within",
            "Share of operations that took at most this long."),
    FEATURE_USERS(
            "feature_users", BlockKind.FEATURES, "Users of", "Mean daily weight of users; a tenant counts at most 1."),
    ACTIVE_WEIGHT(
            "active_weight",
            BlockKind.ACTIVITY,
            "Activity",
            "Mean daily weight of operations; a tenant counts at most 1.");

    private final String id;
    private final BlockKind kind;
    private final String title;
    private final String meaning;

    Metric(String id, BlockKind kind, String title, String meaning) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.meaning = meaning;
    }

    /** The metric of that name; empty for one that the page does not know. */
    static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    BlockKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }
}
