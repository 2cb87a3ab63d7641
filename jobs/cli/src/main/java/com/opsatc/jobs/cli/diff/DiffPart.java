package com.opsatc.jobs.cli.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where two runs can differ, in the order in which a reader asks: what is said, then what it rests on. */
public enum DiffPart {
    FIGURES("Figures"),
    RESTATED("Weeks restated"),
    FINDINGS("Findings"),
    RECOMMENDATIONS("Recommendations"),
    INPUTS("Extract files"),
    DEFINITIONS("Definitions"),
    SETTINGS("Settings"),
    QUALITY("Quality");

    private final String title;

    DiffPart(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether it is of what figures rest on, and so may be why they moved. */
    public boolean isGround() {
        return this == INPUTS || this == DEFINITIONS || this == SETTINGS;
    }

    @JsonValue
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
