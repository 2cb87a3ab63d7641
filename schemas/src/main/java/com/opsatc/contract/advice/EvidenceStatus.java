package com.opsatc.contract.advice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/** How far the figures carry a recommendation, best first. None of them says that the lever is the cause. */
public enum EvidenceStatus {
    /** It rests on a declared target or a tested shift, and its effect's interval excludes nothing at all. */
    SUPPORTED("supported within scope"),
    /** It rests on what was counted; nothing was tested. */
    OBSERVATION("observation"),
    /** There are too few cases, or the effect's interval reaches down to nothing. */
    INCONCLUSIVE("inconclusive"),
    /** Another figure of the run moves the other way. */
    CONTRADICTED("contradicted");

    private final String words;

    EvidenceStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether something may be recommended on it. */
    public boolean carries() {
        return this == SUPPORTED || this == OBSERVATION;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static EvidenceStatus ofSymbol(String symbol) {
        return Symbols.find(EvidenceStatus.class, symbol);
    }
}
