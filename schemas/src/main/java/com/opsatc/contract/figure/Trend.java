package com.opsatc.contract.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

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

    public static final String HIGHER = "higher-is-better";
    public static final String LOWER = "lower-is-better";

    private final String words;

    Trend(String words) {
        this.words = words;
    }

    /** Of a figure that was one and is another. */
    public static Trend between(String direction, BigDecimal before, BigDecimal after) {
        int rise = after.compareTo(before);
        if (rise == 0 || !(direction.equals(HIGHER) || direction.equals(LOWER))) {
            return CHANGED;
        }

        return rise > 0 == direction.equals(HIGHER) ? IMPROVED : WORSENED;
    }

    /** As a part of a sentence, e.g. {@code it has improved}. */
    public String words() {
        return words;
    }

    @JsonValue
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Trend ofSymbol(String symbol) {
        return valueOf(symbol.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
