package com.opsatc.connector.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the text of a column stands for; text that does not puts its row in quarantine. */
public enum ColumnType {
    /** Text as it stands. */
    STRING,
    /** A whole number that fits 64 bits. */
    INTEGER,
    /** At most 29 digits before the point and 9 after it; a sign may trail. */
    DECIMAL,
    /** A calendar date without a time. */
    DATE,
    /** Microseconds since 1970 in UTC, from a text with an offset or from a local time in the source's zone. */
    INSTANT,
    /** A time of day in microseconds. */
    TIME,
    /** {@code true, false, yes, no, y, n, x, 1, 0}, in any case. */
    BOOLEAN,
    /** Names in square brackets, quoted and separated by commas, as OCEL tables have them. */
    LIST,
    /**
     * Who or what did it, as an opaque number that is new in every month and of which equality is all that can be told; the text
     * itself is never kept.
     */
    SLOT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
