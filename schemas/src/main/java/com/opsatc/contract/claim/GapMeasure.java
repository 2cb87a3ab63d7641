package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the time from one activity to the next is. */
public enum GapMeasure {
    /** From the completion of the one to the recorded start of the other. */
    WAITING("waiting"),
    /** From completion to completion: waiting cannot be told from work. */
    INTER_COMPLETION("completion to completion");

    private final String words;

    GapMeasure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static GapMeasure ofSymbol(String symbol) {
        return Symbols.find(GapMeasure.class, symbol);
    }
}
