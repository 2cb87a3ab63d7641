package com.opsatc.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/**
 * A way in which a change is worth money. Channels are kept apart: nothing is added over two of them.
 *
 * <p>None counts people, and none turns hours of waiting into hours of work: nobody works while a case waits.
 */
public enum Channel {
    /** Work that is not done again. */
    LABOUR("labour", Quantity.REPETITION),
    /** Money that is tied up in open cases for less long. */
    WORKING_CAPITAL("working capital", Quantity.ELAPSED_DAY),
    /** Penalties and chargebacks for promises that are not kept. */
    PENALTIES("penalties", Quantity.PROMISE),
    /** Margin that is lost with promises that are not kept. */
    LOST_MARGIN("lost margin", Quantity.PROMISE),
    /** What a repetition costs beside its work: freight, fees, material. */
    EXCEPTIONS_AVOIDED("exceptions avoided", Quantity.REPETITION);

    private final String words;
    private final Quantity quantity;

    Channel(String words, Quantity quantity) {
        this.words = words;
        this.quantity = quantity;
    }

    public String words() {
        return words;
    }

    /** What its rates are for one of. */
    public Quantity quantity() {
        return quantity;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Channel ofSymbol(String symbol) {
        return Symbols.find(Channel.class, symbol);
    }
}
