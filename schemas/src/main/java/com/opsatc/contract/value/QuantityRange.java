package com.opsatc.contract.value;

/** How much of a quantity is saved: at the least, halfway between the ends of the effect, and at the most; in whole ones of what is counted. */
public record QuantityRange(long low, long middle, long high) {
    public QuantityRange {
        if (low < 0 || middle < low || high < middle) {
            throw new IllegalArgumentException(
                    "Invalid quantity: none is negative, and each is no less than the one before");
        }
    }

    /** Both together, each with its like. */
    public QuantityRange plus(QuantityRange other) {
        return new QuantityRange(
                Math.addExact(low, other.low), Math.addExact(middle, other.middle), Math.addExact(high, other.high));
    }
}
