package com.opsatc.instrumentation;

/** The features whose use the platform's telemetry tells of: the whole list. */
public enum Feature {
    CONTEXT("context"),
    EXPLAIN("explain"),
    FINDINGS("findings"),
    KPIS("kpis"),
    REPORT("report");

    private final String key;

    Feature(String key) {
        this.key = key;
    }

    /** As the release manifest names it. */
    public String key() {
        return key;
    }
}
