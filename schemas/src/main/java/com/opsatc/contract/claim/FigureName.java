package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.contract.figure.Humane;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures that stand beside the one of a claim, by name, in the order in which people read them: companions of a KPI, facts
 * of a finding.
 *
 * <p>One without a unit of its own has that of the figure it stands beside. What belongs to another figure, as the ends of
 * its interval and its count do, is told with it in a sentence.
 */
public enum FigureName {
    BEFORE(null),
    BEFORE_LOW(null, BEFORE),
    BEFORE_HIGH(null, BEFORE),
    /** Of a shift its own figure; of an episode that of the time after it. */
    AFTER(null),
    CHANGE(null),
    CHANGE_LOW(null, CHANGE),
    CHANGE_HIGH(null, CHANGE),
    /** The change as a part of the figure before it. */
    CHANGE_RATIO(Unit.RATIO),
    SHARE(Unit.RATIO, "share of the time beyond targets", "share"),
    TARGET_US(Unit.MICROSECONDS, "target", "target"),
    P50_US(Unit.MICROSECONDS, "median", "median"),
    P90_US(Unit.MICROSECONDS, "90th percentile", "ninetieth percentile"),
    N_BEFORE(Unit.COUNT, BEFORE),
    WEEKS_BEFORE(Unit.COUNT),
    WEEKS_AFTER(Unit.COUNT),
    AFTER_HIGH(null, AFTER),
    AFTER_LOW(null, AFTER),
    CASES(Unit.COUNT),
    MEAN_US(Unit.MICROSECONDS, "mean", "mean"),
    N_AFTER(Unit.COUNT, AFTER),
    N_WITHOUT_START(Unit.COUNT),
    WEEKS_WITHIN(Unit.COUNT),
    MEAN(null),
    P50(null, "median", "median"),
    P90(null, "90th percentile", "ninetieth percentile"),
    REOPENED_COUNT(Unit.COUNT),
    /** Of a sum over cases. */
    CONCENTRATION(
            Unit.RATIO,
            "part of it in the tenth of cases with the most",
            "part of it in the tenth of cases with the most"),
    /** What the weekly median varies between by itself. */
    USUAL_LOW(null, "lower natural limit of the weekly median", "lower natural limit of the weekly median"),
    USUAL_HIGH(null, "upper natural limit of the weekly median", "upper natural limit of the weekly median"),
    /** Members that are counted although they are open, at their age so far. */
    BACKLOG_COUNT(Unit.COUNT, "open, at their age so far", "open at their age so far"),
    /** The lower end of an interval that has no upper one, since too much is open. */
    AT_LEAST(
            null,
            "lower end of its interval, which has no upper one",
            "lower end of its interval without an upper one"),
    /** Of the members that began, the part that has reached the end by the logical date. */
    REACHED_SHARE(Unit.RATIO, "reached it so far", "part that has reached it so far"),
    /** Members that ended without reaching it, among the open ones: they are taken as never reaching it. */
    LEFT_COUNT(Unit.COUNT, "left without it, taken as never", "number that left without it"),
    /** From how many ends in one minute on these count as bulk. */
    BULK_FROM(Unit.COUNT, "in one minute, from which they are bulk", "number in one minute from which they are bulk"),
    /** How many minutes have so many. */
    BULK_MINUTES(Unit.COUNT, "minutes with bulk", "number of minutes with bulk");

    private final Unit unit;
    private final FigureName whole;
    private final String words;
    private final String spoken;

    FigureName(Unit unit) {
        this(unit, (FigureName) null);
    }

    FigureName(Unit unit, FigureName whole) {
        this.unit = unit;
        this.whole = whole;
        this.words = symbol().replace('_', ' ');
        this.spoken = words;
    }

    FigureName(Unit unit, String words, String spoken) {
        this.unit = unit;
        this.whole = null;
        this.words = words;
        this.spoken = spoken;
    }

    /** The figure that it belongs to; empty for one that stands for itself. */
    public Optional<FigureName> whole() {
        return Optional.ofNullable(whole);
    }

    /** As people read it, without the unit that the figure has beside it. */
    public String words() {
        return words;
    }

    /** As a sentence says it that may hold no other digits than its figure's. */
    public String spoken() {
        return spoken;
    }

    /** Its unit beside a figure of the given one. */
    public Unit unit(Unit beside) {
        return unit == null ? requireNonNull(beside, "beside") : unit;
    }

    /**
     * The figure as people read it. A difference of two shares is in percentage points, since in per cent it reads like a part of
     * the first one.
     *
     * <pre>
     * change        -0.178600  beside a share     -17.9 pp
     * change_ratio   1.383000  beside a duration  138.3 %
     * p50_us       7200000000  beside a share     2 h
     * </pre>
     */
    public String text(BigDecimal value, Unit beside) {
        boolean difference = this == CHANGE || whole == CHANGE;
        return difference && beside == Unit.RATIO
                ? Humane.points(value)
                : unit(beside).text(value);
    }

    /** The same figures, unmodifiable and in the order of documents, that of their symbols. */
    static SortedMap<FigureName, BigDecimal> ordered(Map<FigureName, BigDecimal> figures) {
        SortedMap<FigureName, BigDecimal> ordered = new TreeMap<>(Comparator.comparing(FigureName::symbol));
        ordered.putAll(figures);
        return Collections.unmodifiableSortedMap(ordered);
    }

    @JsonValue
    public String symbol() {
        return Symbols.underscored(this);
    }

    @JsonCreator
    public static FigureName ofSymbol(String symbol) {
        return Symbols.find(FigureName.class, symbol);
    }
}
