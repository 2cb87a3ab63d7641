package com.opsatc.contract.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a figure follows from the contributions in its evidence document. */
public enum Aggregation {
    /** Number of rows. */
    COUNT,
    /** Sum of the contributions. */
    SUM,
    /** Sum divided by the number of rows, rounded half even to a whole number. */
    MEAN,
    /** Sum divided by the number of rows, rounded half even to six decimals. */
    SHARE,
    /** 50th percentile, type 7 (linear interpolation), rounded half even to a whole number. */
    MEDIAN,
    /** 90th percentile, type 7, rounded half even to a whole number. */
    P90,
    /** Sum of what each contribution exceeds the 25th percentile (type 7, rounded half even) by. */
    SUM_ABOVE_P25;

    @JsonValue
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Aggregation ofSymbol(String symbol) {
        return valueOf(symbol.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
