package com.opsatc.contract.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/** What must hold of the documents of every run, since both sides are the same thing counted in two ways (definitions 4.2). */
public enum Law {
    ROWS("every row that was read is admitted, kept out for a reason, or a duplicate", /* ofSource= */ true),
    FLOW("what comes into an activity is what is done of it, and goes out of it", /* ofSource= */ false),
    VARIANTS("the variants together are the cases and their events", /* ofSource= */ false),
    WORK("work and idle time are the time from first start to last completion", /* ofSource= */ false),
    WAITING_CAUSES("the causes of waiting time are the waiting time", /* ofSource= */ false),
    QUEUES(
            "a queue grows by who comes, shrinks by who is started, and its area is their waiting time (Little's law)",
            /* ofSource= */ false),
    OPEN_CASES("the open cases of all ages are those of the log, and of its KPIs", /* ofSource= */ false),
    MEMBERS("who counts, who is left out and who is open are all there are", /* ofSource= */ false),
    RULES("what keeps a rule, breaks it, is pending or undecided is all that activates it", /* ofSource= */ false);

    private final String words;
    private final boolean ofSource;

    Law(String words, boolean ofSource) {
        this.words = words;
        this.ofSource = ofSource;
    }

    /** What it says. */
    public String words() {
        return words;
    }

    /** What it is of: {@code source} or {@code process}. */
    public String subject() {
        return ofSource ? "source" : "process";
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Law ofSymbol(String symbol) {
        return Symbols.find(Law.class, symbol);
    }
}
