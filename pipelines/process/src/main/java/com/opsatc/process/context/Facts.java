package com.opsatc.process.context;

import com.opsatc.contract.ContextFile.Fact;
import com.opsatc.contract.Humane;
import com.opsatc.contract.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The facts of one block: atomic sentences with exactly one figure each, so that each can be cited by itself. */
final class Facts {
    private final String block;
    private final List<Fact> facts = new ArrayList<>();

    Facts(String block) {
        this.block = block;
    }

    /**
     * Adds a fact.
     *
     * @param name within the block
     * @param sentence with {@code %s} where the figure stands, and no other figure in it
     */
    void add(String name, String sentence, BigDecimal value, Unit unit) {
        String display = Humane.figure(value, unit);
        facts.add(new Fact(block + "." + name, sentence.replace("%s", display), value, unit, display));
    }

    void count(String name, String sentence, long n) {
        add(name, sentence, BigDecimal.valueOf(n), Unit.COUNT);
    }

    List<Fact> all() {
        return List.copyOf(facts);
    }
}
