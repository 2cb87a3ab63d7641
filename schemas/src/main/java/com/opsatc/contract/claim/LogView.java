package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an event and a case are in a view of a log. */
public enum LogView {
    /** An event is one that was recorded. */
    ACTIVITY("recorded events"),
    /** The same, where each transition of an activity is an activity of its own. */
    ACTIVITY_LIFECYCLE("events by lifecycle"),
    /** An event is an execution of an activity, from start to completion. */
    ACTIVITY_INSTANCE("executions"),
    /** A case is an object of one type. */
    OBJECT("objects");

    private final String words;

    LogView(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static LogView ofSymbol(String symbol) {
        return Symbols.find(LogView.class, symbol);
    }

    /** As documents write it. */
    @Override
    public String toString() {
        return symbol();
    }
}
