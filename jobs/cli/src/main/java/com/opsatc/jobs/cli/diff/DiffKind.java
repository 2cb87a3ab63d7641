package com.opsatc.jobs.cli.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How something differs from one run to another. */
public enum DiffKind {
    /** The later run has it, the earlier one does not. */
    NEW,
    GONE,
    CHANGED,
    /** An extract file whose rows count nowhere since. */
    WITHDRAWN,
    /** One whose rows count again. */
    RESTORED;

    @JsonValue
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
