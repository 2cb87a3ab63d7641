package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a KPI came to. */
public enum KpiState {
    MEASURED("measured"),
    /** Measured of fewer than 20 members. */
    LOW_N("few members"),
    /** The extracts do not support it. */
    NOT_MEASURED("not measured");

    private final String words;

    KpiState(String words) {
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
    public static KpiState ofSymbol(String symbol) {
        return Symbols.find(KpiState.class, symbol);
    }
}
