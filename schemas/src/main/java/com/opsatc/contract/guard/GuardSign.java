package com.opsatc.contract.guard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/** Why a guard signals. */
public enum GuardSign {
    /** Its interval is above the threshold, from one end to the other. */
    HIGH("above its threshold"),
    /** It became worse: a shift that was tested, or a latest period whose interval is apart from that of the one before. */
    WORSE("worse than before");

    private final String words;

    GuardSign(String words) {
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
    public static GuardSign ofSymbol(String symbol) {
        return Symbols.find(GuardSign.class, symbol);
    }
}
