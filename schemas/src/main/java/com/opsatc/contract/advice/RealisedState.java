package com.opsatc.contract.advice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/** What is seen since a lever was pulled. None of them says that the lever is the cause. */
public enum RealisedState {
    /** The interval of the change lies below none. */
    LESS_TIME("less time"),
    /** The interval of the change lies above none. */
    MORE_TIME("more time"),
    /** The interval of the change holds none: nothing that chance alone would not show. */
    NO_SIGNAL("no signal"),
    /** There is too little to compare. */
    NOT_MEASURED("not measured");

    private final String words;

    RealisedState(String words) {
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
    public static RealisedState ofSymbol(String symbol) {
        return Symbols.find(RealisedState.class, symbol);
    }
}
