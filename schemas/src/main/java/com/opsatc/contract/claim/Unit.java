package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.figure.Humane;
import java.math.BigDecimal;
import java.util.Arrays;

/** The unit of a published figure; it is always stated beside the value. */
public enum Unit {
    /** Whole microseconds of elapsed time. */
    MICROSECONDS("us", "elapsed time", " µs") {
        @Override
        public String text(BigDecimal value) {
            return Humane.duration(value);
        }
    },
    /** Whole microseconds of working time by a business calendar, whose days are no 24 hours: read in hours, never in days. */
    WORKING_MICROSECONDS("working-us", "working time", " µs of working time") {
        @Override
        public String text(BigDecimal value) {
            return Humane.workingTime(value);
        }
    },
    /** Whole calendar days of a zone, however many hours they have. */
    DAYS("d", "calendar days", " d") {
        @Override
        public String text(BigDecimal value) {
            return Humane.days(value);
        }
    },
    /** A share between 0 and 1, six decimals. */
    RATIO("1", "share, 0 to 100 %", " of 1") {
        @Override
        public String text(BigDecimal value) {
            return Humane.share(value);
        }
    },
    /** A whole number of things; the definition names them. */
    COUNT("count", "count", "") {
        @Override
        public String text(BigDecimal value) {
            return Humane.count(value);
        }
    };

    private final String symbol;
    private final String words;
    private final String suffix;

    Unit(String symbol, String words, String suffix) {
        this.symbol = symbol;
        this.words = words;
        this.suffix = suffix;
    }

    /** A figure of this unit as people read it, see {@link Humane}. */
    public abstract String text(BigDecimal value);

    /** Whether it is one of time, whatever the clock. */
    public boolean isTime() {
        return this == MICROSECONDS || this == WORKING_MICROSECONDS;
    }

    /** What kind of figure it is, e.g. {@code elapsed time}. */
    public String words() {
        return words;
    }

    /** As it stands behind the figure to its last digit; empty for a number of things. */
    public String suffix() {
        return suffix;
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
                .orElseThrow(() ->
                        new IllegalArgumentException("Unknown unit; the legal units are us, working-us, d, 1, count"));
    }
}
