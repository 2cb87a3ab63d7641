package com.opsatc.benchmarks;

import java.util.Locale;

/** How a made-up extract is written, and which connector reads it. */
enum ExtractFormat {
    CSV("generic/event-log"),
    PARQUET("generic/event-log"),
    XES("generic/xes");

    private final String connector;

    ExtractFormat(String connector) {
        this.connector = connector;
    }

    String connector() {
        return connector;
    }

    String file() {
        return "log." + name().toLowerCase(Locale.ROOT);
    }
}
