package com.opsatc.process.context;

import com.opsatc.contract.document.ContextFile.Fact;
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
     * @param sentence with {@code %s} where the figure stands; of other numbers it has only those that belong to the figure
     */
    void add(String name, String sentence, Told told) {
        String display = told.unit().text(told.value());
        facts.add(new Fact(
                block + "." + name,
                sentence.replace("%s", display),
                told.value(),
                told.unit(),
                display,
                told.n(),
                told.interval(),
                told.noInterval(),
                told.direction(),
                told.trend()));
    }

    void count(String name, String sentence, long n) {
        add(name, sentence, Told.count(n));
    }

    List<Fact> all() {
        return List.copyOf(facts);
    }
}
