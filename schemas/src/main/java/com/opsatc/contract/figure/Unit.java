package com.opsatc.contract.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The unit of a published figure; it is always stated beside the value. */
public enum Unit {
    /** Whole microseconds of elapsed time. */
    MICROSECONDS("us"),
    /** A share between 0 and 1, six decimals. */
    RATIO("1"),
    /** A whole number of things; the definition names them. */
    COUNT("count");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    public String symbol() {
        return symbol;
    }

    @JsonCreator
    public static Unit ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown unit; the legal units are us, 1, count"));
    }
}
