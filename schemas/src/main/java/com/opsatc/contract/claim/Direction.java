package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which way a figure is better. */
public enum Direction {
    HIGHER_IS_BETTER("higher is better"),
    LOWER_IS_BETTER("lower is better"),
    NONE("no good direction");

    private final String words;

    Direction(String words) {
        this.words = words;
    }

    /** Whether one of the ways is better. */
    public boolean judges() {
        return this != NONE;
    }

    /** Whether a rise, or else a fall, is for the better; of a figure that {@link #judges}. */
    public boolean isBetter(boolean rose) {
        return rose == (this == HIGHER_IS_BETTER);
    }

    public String words() {
        return words;
    }

    /** As the end of a sentence has it. */
    public String spoken() {
        return judges() ? words : "neither high nor low is better";
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Direction ofSymbol(String symbol) {
        return Symbols.find(Direction.class, symbol);
    }
}
