package com.opsatc.process.recommend;

import com.opsatc.connector.LeverDone;
import com.opsatc.contract.value.ValueRate;
import java.util.List;

/**
 * What a tenant declares of a process that recommendations rest on.
 *
 * @param rates what things are worth, of any date
 * @param done levers that were pulled
 */
public record Declared(List<ValueRate> rates, List<LeverDone> done) {
    /** Nothing is declared. */
    public static final Declared NOTHING = new Declared(List.of(), List.of());

    public Declared {
        rates = List.copyOf(rates);
        done = List.copyOf(done);
    }
}
