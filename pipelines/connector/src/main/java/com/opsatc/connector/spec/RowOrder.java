package com.opsatc.connector.spec;

import java.util.Locale;

/** Which way the rows of a file run in time: it orders the events of one instant. */
public enum RowOrder {
    /** Each file tells. */
    DETECTED,
    OLDEST_FIRST,
    NEWEST_FIRST;

    static RowOrder of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
