package com.opsatc.contract.advice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/** What the second implementation computes again of a figure from its cited rows. */
public enum Recomputed {
    /** The figure itself. */
    VALUE,
    /** The figure and its interval. */
    INTERVAL,
    /** Nothing. */
    NO;

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Recomputed ofSymbol(String symbol) {
        return Symbols.find(Recomputed.class, symbol);
    }
}
