package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Where a figure is going, by what was found of its weeks. */
public enum Trend {
    /** A shift to the better. */
    IMPROVED("it has improved"),
    /** A shift to the worse. */
    WORSENED("it has worsened"),
    /** A shift of a figure of which neither direction is better. */
    CHANGED("it has changed"),
    /** No shift that lasts, but weeks that stand out, or a stretch of them that passed. */
    NO_LASTING_SHIFT("weeks of it stand out, and no shift lasts"),
    NO_SIGNAL("its weeks show no signal of a change"),
    /** It has too few weeks that can be compared, or is none that is followed over weeks. */
    NOT_MEASURED("its trend is not measured");

    private final String words;

    Trend(String words) {
        this.words = words;
    }

    /** Of a figure that was one and is another. */
    public static Trend between(Direction direction, BigDecimal before, BigDecimal after) {
        int rise = after.compareTo(before);
        if (rise == 0 || !direction.judges()) {
            return CHANGED;
        }

        return direction.isBetter(rise > 0) ? IMPROVED : WORSENED;
    }

    /** As a part of a sentence, e.g. {@code it has improved}. */
    public String words() {
        return words;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Trend ofSymbol(String symbol) {
        return Symbols.find(Trend.class, symbol);
    }
}
