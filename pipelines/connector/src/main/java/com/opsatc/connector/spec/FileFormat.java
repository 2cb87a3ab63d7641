package com.opsatc.connector.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the records of an extract file are written. */
public enum FileFormat {
    CSV,
    PARQUET,
    XES;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
