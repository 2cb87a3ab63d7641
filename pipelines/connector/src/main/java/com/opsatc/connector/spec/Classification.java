package com.opsatc.connector.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the values of a column may say something about a person. */
public enum Classification {
    NONE,
    PII;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
