package com.opsatc.contract.advice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;

/**
 * What a run's figures show that a lever may answer, in the order in which one step is told: what somebody declared, then what
 * was tested, then what is described.
 */
public enum Sign {
    /** A step takes longer than what is declared for it. */
    BEYOND_TARGET("time beyond a declared target", true, true),
    /** A step became slower, as a finding that was tested says. */
    SLOWER_STEP("steps that became slower", true, true),
    /** Few passages of a step hold much of its time. */
    LONG_TAIL("steps of which few passages hold much of the time", true, false),
    /** One step holds at least half of the time beyond targets. */
    DOMINANT_STEP("steps that hold most of the time beyond targets", true, false),
    /** An activity is done again later in the case. */
    REPEATED_LATER("activities that are done again later", false, false),
    /** An activity is done again at once. */
    REPEATED_AT_ONCE("activities that are done again at once", false, false),
    /** Cases go from one activity to another, back and there again. */
    BACK_AND_FORTH("activities that cases go back and forth between", false, false),
    /** A share of kept promises fell, as a finding that was tested says. */
    LOWER_RATE("shares of kept promises that fell", false, true);

    private final String words;
    private final boolean ofStep;
    private final boolean tested;

    Sign(String words, boolean ofStep, boolean tested) {
        this.words = words;
        this.ofStep = ofStep;
        this.tested = tested;
    }

    public String words() {
        return words;
    }

    /** Whether it is of the time from one activity to the next. */
    public boolean isOfStep() {
        return ofStep;
    }

    /** Whether it is of work that is done again. */
    public boolean isOfRepetition() {
        return !ofStep && !isOfKpi();
    }

    /** Whether it rests on a declared target or on a test of the run, and is more than a description. */
    public boolean isTested() {
        return tested;
    }

    /** Whether its subject is a KPI, whose title is ours; the subjects of others are activities, which are tenant text. */
    public boolean isOfKpi() {
        return this == LOWER_RATE;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Sign ofSymbol(String symbol) {
        return Symbols.find(Sign.class, symbol);
    }
}
