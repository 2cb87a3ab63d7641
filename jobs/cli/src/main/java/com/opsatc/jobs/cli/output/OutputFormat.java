package com.opsatc.jobs.cli.output;

import java.util.Locale;

/** How a result is written to standard output. */
public enum OutputFormat {
    /** Aligned columns and readable units, for people. */
    TEXT,
    /** The published document, alone, in canonical JSON. */
    JSON,
    /** Exact figures with a header line; cells that a spreadsheet would run as formulas are disarmed. */
    CSV,
    /** Exact figures as an Arrow IPC stream. */
    ARROW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
