package com.opsatc.contract.guard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/** What a guard says. */
public enum GuardVerdict {
    SIGNAL("signal"),
    NO_SIGNAL("no signal"),
    NOT_MEASURED("not measured");

    private final String words;

    GuardVerdict(String words) {
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
    public static GuardVerdict ofSymbol(String symbol) {
        return Symbols.find(GuardVerdict.class, symbol);
    }
}
