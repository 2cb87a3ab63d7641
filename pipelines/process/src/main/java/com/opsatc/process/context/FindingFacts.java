package com.opsatc.process.context;

import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Interval;
import com.opsatc.process.kpi.Intervals;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The facts of a finding, one a figure: what belongs to another figure, its count and the ends of its interval, is told with
 * it. What a shift says of the time after it is the finding's own figure, and told once.
 */
final class FindingFacts {
    private static final int SEGMENTS = 3;

    private final Finding finding;
    private final FindingSentences sentences;
    private final Labels labels;
    private final Direction direction;
    private final Trend trend;

    /** @param labels takes the values of attributes, which are tenant text */
    FindingFacts(Finding finding, FindingSentences sentences, Trends trends, Labels labels) {
        this.labels = labels;
        this.finding = finding;
        this.sentences = sentences;
        this.direction = trends.direction(finding);
        this.trend = trends.of(finding);
    }

    Facts all() {
        Facts facts = new Facts(finding.id());
        Told own = Told.figure(finding.value(), finding.unit(), finding.n())
                .within(finding.interval())
                .read(direction, trend);
        facts.add("value", sentences.value(own), own);
        if (!finding.members().isEmpty()) {
            facts.count("together", sentences.together(), 1L + finding.members().size());
        }

        for (Map.Entry<FigureName, BigDecimal> fact : finding.facts().entrySet()) {
            FigureName name = fact.getKey();
            if (!belongs(name)) {
                Told told = told(name, fact.getValue());
                facts.add(name.symbol().replace('_', '-'), sentences.fact(name, told), told);
            }
        }

        finding.why().forEach(split -> why(facts, split));
        return facts;
    }

    /** Where the change is to be found: all of mix and of figures within, and the values that most of it is associated with. */
    private void why(Facts facts, ChangeSplit split) {
        String name = "why." + split.attribute() + ".";
        facts.add(name + "mix", sentences.mix(split), effect(split.mix()));
        facts.add(name + "within", sentences.within(split), effect(split.rate()));
        int told = 0;
        for (SplitSegment segment : split.segments()) {
            if (told < SEGMENTS && segment.kind() == SplitSegment.Kind.VALUE) {
                facts.add(
                        name + ++told,
                        sentences.segment(split, labels.reference(segment.value())),
                        effect(segment.effect()));
            }
        }
    }

    private Told effect(BigDecimal value) {
        return Told.figure(value, finding.unit(), both())
                .without("It follows from both figures, and none is computed for its parts.");
    }

    /** Whether a fact is told with another one. */
    private boolean belongs(FigureName name) {
        return name.whole().isPresent() || (name == FigureName.AFTER && finding.kind() != FindingKind.KPI_EPISODE);
    }

    private Told told(FigureName name, BigDecimal value) {
        Unit unit = name.unit(finding.unit());
        if (unit == Unit.COUNT) {
            return Told.count(value.longValueExact());
        }

        return switch (name) {
            case BEFORE ->
                ranged(
                        Told.figure(value, unit, members(FigureName.N_BEFORE)),
                        FigureName.BEFORE_LOW,
                        FigureName.BEFORE_HIGH,
                        method());
            case AFTER ->
                ranged(
                        Told.figure(value, unit, members(FigureName.N_AFTER)),
                        FigureName.AFTER_LOW,
                        FigureName.AFTER_HIGH,
                        method());
            case CHANGE ->
                ranged(Told.figure(value, unit, both()), FigureName.CHANGE_LOW, FigureName.CHANGE_HIGH, null);
            case CHANGE_RATIO -> Told.figure(value, unit, both()).read(direction, trend);
            default -> Told.figure(value, unit, finding.n());
        };
    }

    /** With the interval that stands beside it, where one does. */
    private Told ranged(Told told, FigureName lower, FigureName upper, String method) {
        BigDecimal low = finding.facts().get(lower);
        BigDecimal high = finding.facts().get(upper);
        Told read = told.read(direction, trend);
        return low == null || high == null ? read : read.within(Intervals.LEVEL, low, high, method);
    }

    /** How many members a figure counts; 0 where that is not stated. */
    private long members(FigureName n) {
        return finding.facts().getOrDefault(n, BigDecimal.ZERO).longValueExact();
    }

    /** How many members a change is between. */
    private long both() {
        return finding.n() + members(FigureName.N_BEFORE);
    }

    /** By which the interval of the same figure is computed elsewhere; null for none. */
    private String method() {
        Interval interval = finding.interval();
        return interval == null ? null : interval.method();
    }
}
