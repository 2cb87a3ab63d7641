package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why work waited before it was started, in the order of precedence: where two apply at one moment, the first has it. */
public enum WaitCause {
    BATCHING("for the rest of its batch"),
    CONTENTION("for earlier work of its resource"),
    PRIORITISATION("for later work that was done first"),
    UNAVAILABILITY("for working hours"),
    EXTRANEOUS("for nothing that the log tells");

    private final String words;

    WaitCause(String words) {
        this.words = words;
    }

    /** What was waited for. */
    public String words() {
        return words;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static WaitCause ofSymbol(String symbol) {
        return Symbols.find(WaitCause.class, symbol);
    }
}
