package com.opsatc.contract.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/** What a declared rule asks of the activities of a case (definitions 1.13). */
public enum RuleKind {
    RESPONSE(/* ofPair= */ true),
    CHAIN_RESPONSE(/* ofPair= */ true),
    PRECEDENCE(/* ofPair= */ true),
    EXISTENCE(/* ofPair= */ false),
    ABSENCE(/* ofPair= */ false),
    NOT_CO_EXISTENCE(/* ofPair= */ true),
    /** By two different slots; it says of no case which it is. */
    FOUR_EYES(/* ofPair= */ true);

    private final boolean ofPair;

    RuleKind(boolean ofPair) {
        this.ofPair = ofPair;
    }

    /** Whether it speaks of two groups of activities, and not of one. */
    public boolean ofPair() {
        return ofPair;
    }

    /** Whether it may have a deadline. */
    public boolean timed() {
        return this == RESPONSE;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static RuleKind ofSymbol(String symbol) {
        return Symbols.find(RuleKind.class, symbol);
    }
}
