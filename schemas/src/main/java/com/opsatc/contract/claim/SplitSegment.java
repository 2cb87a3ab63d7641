package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Members of one value of an attribute, in a {@link ChangeSplit}.
 *
 * @param value as the system of record has it: tenant text; null for what is no single value
 * @param nBefore members before, 0 or more; {@code nAfter} those after
 * @param before their figure before, null where there were none; {@code after} likewise
 * @param mix how much of the change is associated with there being more or fewer of them
 * @param rate how much with another figure of them
 */
public record SplitSegment(
        Kind kind,
        String value,
        long nBefore,
        long nAfter,
        BigDecimal before,
        BigDecimal after,
        BigDecimal mix,
        BigDecimal rate) {
    /** What the members of a segment have in common. */
    public enum Kind {
        VALUE,
        /** Nothing is recorded. */
        NOT_RECORDED,
        /** All values that are not told alone, since they are many or have few members: two values or more. */
        OTHER;

        @JsonValue
        public String symbol() {
            return Symbols.hyphened(this);
        }

        @JsonCreator
        public static Kind ofSymbol(String symbol) {
            return Symbols.find(Kind.class, symbol);
        }
    }

    public SplitSegment {
        requireNonNull(kind, "kind");
        requireNonNull(mix, "mix");
        requireNonNull(rate, "rate");
        if ((value != null) != (kind == Kind.VALUE)) {
            throw new IllegalArgumentException("Invalid segment: only one of a value has that value");
        }
        if (nBefore < 0
                || nAfter < 0
                || nBefore + nAfter == 0
                || (nBefore == 0) != (before == null)
                || (nAfter == 0) != (after == null)) {
            throw new IllegalArgumentException("Invalid segment: a figure needs members, and members a figure");
        }
    }

    /** The value, or what it is instead; tenant text. */
    public String name() {
        return switch (kind) {
            case VALUE -> value;
            case NOT_RECORDED -> "(not recorded)";
            case OTHER -> "(all others)";
        };
    }

    /** All of the change that is associated with it. */
    public BigDecimal effect() {
        return mix.add(rate);
    }
}
