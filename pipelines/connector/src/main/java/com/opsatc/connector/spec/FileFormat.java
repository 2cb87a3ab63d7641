package com.opsatc.connector.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the records of an extract file are written. */
public enum FileFormat {
    CSV,
    PARQUET,
    XES,
    /** An object-centric event log, version 2.0, as JSON, XML or SQLite: the bytes tell. */
    OCEL;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
