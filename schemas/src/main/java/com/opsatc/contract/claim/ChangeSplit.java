package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Humane;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * How the change of a figure divides over the values of an attribute: what is associated with another mix of them, and what with
 * other figures within them. It says where a change is to be found, never what caused it.
 *
 * <p>All effects add up to the change to the last digit: a split that does not cannot be built.
 *
 * @param attribute as the connector declares it
 * @param aggregation {@code SHARE}, or {@code MEAN} of durations, since a median does not divide
 * @param before that figure of all members before; {@code after} that after
 * @param mix of all segments together, like {@code rate}
 * @param knownFromStart whether the attribute was known before the outcome; else it is as the record stands
 * @param segments at least two, those that most of the change is associated with first, all others last
 */
public record ChangeSplit(
        String attribute,
        Aggregation aggregation,
        BigDecimal before,
        BigDecimal after,
        BigDecimal mix,
        BigDecimal rate,
        boolean knownFromStart,
        List<SplitSegment> segments) {
    /** Smaller segments are told with the others: an effect of few is one of chance, and says who they are. */
    public static final int FEWEST_MEMBERS = 20;

    public ChangeSplit {
        requireNonNull(attribute, "attribute");
        requireNonNull(aggregation, "aggregation");
        segments = List.copyOf(segments);
        if (segments.size() < 2
                || sum(segments, SplitSegment::mix).compareTo(mix) != 0
                || sum(segments, SplitSegment::rate).compareTo(rate) != 0
                || mix.add(rate).compareTo(after.subtract(before)) != 0) {
            throw new IllegalArgumentException(
                    "Invalid split by " + attribute + ": mix and rate of its segments do not add up to the change");
        }
        if (segments.stream().anyMatch(segment -> few(segment.nBefore()) || few(segment.nAfter()))) {
            throw new IllegalArgumentException(
                    "Invalid split by " + attribute + ": a segment has fewer than " + FEWEST_MEMBERS + " members");
        }
    }

    /** Whether so many members are too few to be told; none at all are not. */
    public static boolean few(long members) {
        return members > 0 && members < FEWEST_MEMBERS;
    }

    private static BigDecimal sum(List<SplitSegment> segments, Function<SplitSegment, BigDecimal> effect) {
        return segments.stream().map(effect).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As sentences without tenant text; {@code unit} is that of the figure. */
    public String sentence(Unit unit) {
        String within = aggregation == Aggregation.SHARE ? "shares" : "means";
        return "Of the change of " + (aggregation == Aggregation.SHARE ? "" : "the mean by ")
                + FigureName.CHANGE.text(after.subtract(before), unit) + ", "
                + FigureName.CHANGE.text(mix, unit) + " is associated with another mix of " + attribute + ", and "
                + FigureName.CHANGE.text(rate, unit) + " with other " + within + " within its values."
                + (knownFromStart ? "" : " The values are as the records stand and may have been set afterwards.");
    }

    /** One segment in words, without its name. */
    public static String text(SplitSegment segment, Unit unit) {
        return "mix " + FigureName.CHANGE.text(segment.mix(), unit) + ", within "
                + FigureName.CHANGE.text(segment.rate(), unit) + "; " + side(segment.before(), segment.nBefore(), unit)
                + ", then " + side(segment.after(), segment.nAfter(), unit);
    }

    private static String side(BigDecimal figure, long n, Unit unit) {
        return figure == null ? "none" : unit.text(figure) + " of n " + Humane.count(n);
    }
}
