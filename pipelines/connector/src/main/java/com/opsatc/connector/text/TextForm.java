package com.opsatc.connector.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much of a text a column keeps. */
public enum TextForm {
    /** All of it, as it stands. */
    EXACT,
    /** Without blanks and characters without a width at its ends. */
    STRIPPED,
    /** Stripped, and in lower case. */
    FOLDED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String of(String text) {
        return switch (this) {
            case EXACT -> text;
            case STRIPPED -> Blanks.stripped(text);
            case FOLDED -> Blanks.stripped(text).toLowerCase(Locale.ROOT);
        };
    }
}
