package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a KPI counts. */
public enum MemberKind {
    CASE("cases"),
    ORDER_LINE("order lines"),
    ORDER("orders");

    private final String words;

    MemberKind(String words) {
        this.words = words;
    }

    /** Several of them. */
    public String words() {
        return words;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static MemberKind ofSymbol(String symbol) {
        return Symbols.find(MemberKind.class, symbol);
    }
}
