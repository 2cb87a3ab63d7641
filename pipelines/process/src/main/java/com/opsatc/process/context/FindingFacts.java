package com.opsatc.process.context;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.figure.FigureNames;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Trend;
import com.opsatc.contract.figure.Unit;
import com.opsatc.process.kpi.Intervals;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of a finding, one a figure: what belongs to another figure, its count and the ends of its interval, is told with
 * it. What a shift says of the time after it is the finding's own figure, and told once.
 */
final class FindingFacts {
    private static final String EPISODE = "kpi-episode";

    private final Finding finding;
    private final FindingSentences sentences;
    private final String direction;
    private final Trend trend;

    FindingFacts(Finding finding, FindingSentences sentences, Trends trends) {
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

        for (Map.Entry<String, BigDecimal> fact : new TreeMap<>(finding.facts()).entrySet()) {
            String name = fact.getKey().toLowerCase(Locale.ROOT);
            if (!belongs(name)) {
                Told told = told(name, fact.getValue());
                facts.add(name.replace('_', '-'), sentences.fact(name, told), told);
            }
        }

        return facts;
    }

    /** Whether a fact is told with another one. */
    private boolean belongs(String name) {
        return name.equals("n_before")
                || name.equals("n_after")
                || name.endsWith("_low")
                || name.endsWith("_high")
                || (name.equals("after") && !finding.kind().equals(EPISODE));
    }

    private Told told(String name, BigDecimal value) {
        Unit unit = FigureNames.unit(name, finding.unit());
        if (unit == Unit.COUNT) {
            return Told.count(value.longValueExact());
        }

        return switch (name) {
            case "before", "after" -> ranged(name, Told.figure(value, unit, members(name)), method());
            case "change" -> ranged(name, Told.figure(value, unit, finding.n() + members("before")), null);
            case "change_ratio" ->
                Told.figure(value, unit, finding.n() + members("before")).read(direction, trend);
            default -> Told.figure(value, unit, finding.n());
        };
    }

    /** With the interval that stands beside it, where one does. */
    private Told ranged(String name, Told told, String method) {
        BigDecimal low = finding.facts().get(name + "_low");
        BigDecimal high = finding.facts().get(name + "_high");
        Told read = told.read(direction, trend);
        return low == null || high == null ? read : read.within(Intervals.LEVEL, low, high, method);
    }

    /** How many members the figure before or after counts; 0 where that is not stated. */
    private long members(String name) {
        return finding.facts().getOrDefault("n_" + name, BigDecimal.ZERO).longValueExact();
    }

    /** By which the interval of the same figure is computed elsewhere; null for none. */
    private String method() {
        Interval interval = finding.interval();
        return interval == null ? null : interval.method();
    }
}
