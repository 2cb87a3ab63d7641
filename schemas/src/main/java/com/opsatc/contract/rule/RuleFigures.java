package com.opsatc.contract.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;
import java.util.List;

/**
 * A declared rule and how far cases keep it.
 *
 * @param rule what must hold
 * @param clock of its deadline; null without one
 * @param notTested why it was not; null where it was
 * @param totals null where it was not tested
 * @param share of the cases that are decided, kept or broken, those that are broken: six decimals; null where none is decided
 * @param interval Wilson's of the share
 * @param overruns how late what is late came; null where nothing is
 * @param caveats what the figures do not know
 * @param breaches the worst first: by overrun, then by case and place; the list may hold fewer than there are
 */
public record RuleFigures(
        StatedRule rule,
        ClockUsed clock,
        String notTested,
        RuleTotals totals,
        BigDecimal share,
        Interval interval,
        DurationFigures overruns,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> caveats,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RuleBreach> breaches) {
    public RuleFigures {
        requireNonNull(rule, "rule");
        caveats = caveats == null ? List.of() : List.copyOf(caveats);
        breaches = breaches == null ? List.of() : List.copyOf(breaches);
        if ((notTested == null) == (totals == null) || (share == null) != (interval == null)) {
            throw new IllegalArgumentException(
                    "Invalid figures of a rule: it was tested or there is a reason, and a share has an interval");
        }
    }

    /** A rule of which nothing is known. */
    public static RuleFigures notTested(StatedRule rule, String why) {
        return new RuleFigures(rule, null, why, null, null, null, null, null, null);
    }
}
