package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a figure follows from the contributions in its evidence document. */
public enum Aggregation {
    /** Number of rows. */
    COUNT("count", "in number"),
    /** Sum of the contributions. */
    SUM("sum", "in total"),
    /** Sum divided by the number of rows, rounded half even to a whole number. */
    MEAN("mean", "mean"),
    /** Sum divided by the number of rows, rounded half even to six decimals. */
    SHARE("share", "share"),
    /** Sum of the contributions times their weights, divided by the sum of the weights, rounded half even to six decimals. */
    WEIGHTED_SHARE("share by value", "share by value"),
    /** Sum of the contributions, each a part of its weight, divided by the sum of the weights, rounded half even to six decimals. */
    SHARE_OF_WEIGHT("share of units", "share of units"),
    /** 50th percentile, type 7 (linear interpolation), rounded half even to a whole number. */
    MEDIAN("median", "median"),
    /**
     * The median by the curve of Kaplan and Meier: contributions of open members are what they have taken so far, and may become
     * longer. Where they leave it without an end, the longest contribution of all, which it is more than.
     */
    SURVIVAL_MEDIAN("median with open members taken as longer", "median, what is open taken as longer"),
    /** 90th percentile, type 7, rounded half even to a whole number. */
    P90("ninetieth percentile", "90th percentile"),
    /** Sum of what each contribution exceeds the 25th percentile (type 7, rounded half even) by. */
    SUM_ABOVE_P25("sum beyond the first quartile", "longer than the fastest quarter");

    private final String spoken;
    private final String label;

    Aggregation(String spoken, String label) {
        this.spoken = spoken;
        this.label = label;
    }

    /** As a sentence says it that may hold no other digits than its figure's. */
    public String spoken() {
        return spoken;
    }

    /** As it stands beside a figure. */
    public String label() {
        return label;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Aggregation ofSymbol(String symbol) {
        return Symbols.find(Aggregation.class, symbol);
    }
}
