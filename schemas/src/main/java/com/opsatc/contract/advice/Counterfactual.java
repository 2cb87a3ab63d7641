package com.opsatc.contract.advice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.claim.Symbols;
import java.util.Set;

/**
 * What would have been, had a lever worked: each is implemented, and gives both ends of an effect from cited rows (definition
 * recommended-effect). The optimistic end is an upper bound.
 */
public enum Counterfactual {
    CAP_AT_TARGET(
            Set.of(Sign.BEYOND_TARGET),
            "the slowest tenth of the passages takes no longer than nine in ten did, or than the target where that is longer",
            "no passage takes longer than the declared target"),
    CAP_AT_OWN_PACE(
            Set.of(Sign.LONG_TAIL, Sign.DOMINANT_STEP),
            "the slowest tenth of the passages takes no longer than nine in ten did",
            "no passage takes longer than its fastest quarter did"),
    EARLIER_PACE(
            Set.of(Sign.SLOWER_STEP),
            "no passage since the shift gains more than the step between the near ends of the two medians' intervals",
            "no passage since the shift takes longer than the median before it"),
    NO_REPETITION(
            Set.of(Sign.REPEATED_LATER, Sign.REPEATED_AT_ONCE, Sign.BACK_AND_FORTH),
            "every repetition stays, and none takes longer than the middle one did",
            "nothing is repeated, and the time of each repetition is saved whole"),
    EARLIER_RATE(
            Set.of(Sign.LOWER_RATE),
            "the share regains the least that the interval of its fall allows",
            "the share is again what it was before the shift");

    private final Set<Sign> estimates;
    private final String conservative;
    private final String optimistic;

    Counterfactual(Set<Sign> estimates, String conservative, String optimistic) {
        this.estimates = estimates;
        this.conservative = conservative;
        this.optimistic = optimistic;
    }

    /** Whether the data of a sign suffice to estimate it. */
    public boolean estimates(Sign sign) {
        return estimates.contains(sign);
    }

    /** What is supposed at the lower end, as a clause. */
    public String conservative() {
        return conservative;
    }

    /** What is supposed at the upper end, as a clause. */
    public String optimistic() {
        return optimistic;
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static Counterfactual ofSymbol(String symbol) {
        return Symbols.find(Counterfactual.class, symbol);
    }
}
