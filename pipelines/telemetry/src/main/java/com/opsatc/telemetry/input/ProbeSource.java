package com.opsatc.telemetry.input;

/** Where exact figures of the probe lane come from. Only synthetic or public data may be read by it: nothing of it is noised. */
public enum ProbeSource {
    /** OTLP lines of the platform's own synthetic tenant. */
    OTLP("otlp"),
    /** Spans as CSV, as the Nezha data set has them. */
    NEZHA_SPANS("nezha-spans"),
    /** A web server's log in the common or combined format. */
    ACCESS_LOG("access-log");

    private final String label;

    ProbeSource(String label) {
        this.label = label;
    }

    /** What figures call it. */
    public String label() {
        return label;
    }
}
