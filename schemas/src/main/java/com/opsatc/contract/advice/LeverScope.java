package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.WaitCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * When a lever applies.
 *
 * @param from pattern that the first activity's name holds, by regular expression, letters of either case; null for any
 * @param to the same of the second activity, or of the only one
 * @param measure what the time must be; null for either
 * @param kpi family of the KPI; null for any
 * @param cause what the step must mostly wait for; null for anything
 */
public record LeverScope(Sign sign, String from, String to, GapMeasure measure, String kpi, WaitCause cause) {
    public LeverScope {
        requireNonNull(sign, "sign");
    }

    /** What is wrong with it, each as a clause; empty when it can be used. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (sign.isOfKpi() && (from != null || to != null)) {
            problems.add("a KPI has no activities: leave from and to away");
        }
        if (!sign.isOfKpi() && kpi != null) {
            problems.add("only sign lower-rate is of a KPI: leave kpi away");
        }
        if (!sign.isOfStep() && measure != null) {
            problems.add("only a step has a measure: leave measure away");
        }
        if (!sign.isOfStep() && cause != null) {
            problems.add("only a step has a cause: leave cause away");
        }
        for (String pattern : Stream.of(from, to).filter(Objects::nonNull).toList()) {
            try {
                pattern(pattern);
            } catch (PatternSyntaxException e) {
                problems.add("from or to is no regular expression: " + e.getDescription());
            }
        }
        return problems;
    }

    /** How many conditions it sets beside the sign: the more, the more a lever says of what it applies to. */
    public int conditions() {
        return (from == null ? 0 : 1)
                + (to == null ? 0 : 1)
                + (measure == null ? 0 : 1)
                + (kpi == null ? 0 : 1)
                + (cause == null ? 0 : 1);
    }

    /**
     * Whether it holds of a step or a repetition: the last of {@code activities} is what {@code to} is of.
     *
     * @param waitsFor what the step mostly waits for; null where nothing is known to hold most of it
     */
    public boolean holds(Sign of, List<String> activities, GapMeasure measured, WaitCause waitsFor) {
        return sign == of
                && (from == null
                        || (activities.size() > 1
                                && pattern(from).matcher(activities.get(0)).find()))
                && (to == null
                        || pattern(to)
                                .matcher(activities.get(activities.size() - 1))
                                .find())
                && (measure == null || measure == measured)
                && (cause == null || cause == waitsFor);
    }

    /** Whether it holds of a KPI of a family. */
    public boolean holds(Sign of, String family) {
        return sign == of && (kpi == null || kpi.equals(family));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text == null ? "" : text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
