package com.opsatc.process.kpi;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.figure.GuardRule;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardSign;
import com.opsatc.contract.guard.GuardVerdict;
import com.opsatc.process.kpi.measure.KpiVariant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the guards of a process say (definitions 2.6): whether a figure that looks better may do so without the work being better. A
 * guard is a KPI whose definition says what it is a guard of.
 */
public final class GuardFigures {
    private GuardFigures() {}

    /**
     * The guards of figures that are measured, by id; none of a figure that is not.
     *
     * @param kpis of one process, with their latest periods
     * @param findings of the process
     */
    public static List<GuardFigure> of(List<KpiValue> kpis, List<Finding> findings, Definitions definitions) {
        Map<String, KpiVariant> variants = Kpis.variants(definitions).stream()
                .collect(Collectors.toMap(variant -> variant.definition().id(), Function.identity()));
        List<GuardFigure> guards = new ArrayList<>();
        for (KpiValue kpi : kpis) {
            GuardRule rule = variants.get(kpi.definition().id()).definition().guards();
            List<String> guarded = rule == null
                    ? List.of()
                    : kpis.stream()
                            .filter(KpiValue::measured)
                            .filter(each -> isGuarded(
                                    rule, variants.get(each.definition().id())))
                            .map(KpiValue::id)
                            .toList();
            if (!guarded.isEmpty()) {
                guards.add(guard(kpi, rule, guarded, findings));
            }
        }
        return guards.stream().sorted(Comparator.comparing(GuardFigure::id)).toList();
    }

    /** What is said with each KPI that a guard signals of, by its id; nothing of a text of the system of record. */
    public static Map<String, List<String>> caveats(List<GuardFigure> guards, List<KpiValue> kpis) {
        Map<String, KpiValue> byId = kpis.stream().collect(Collectors.toMap(KpiValue::id, Function.identity()));
        return guards.stream()
                .filter(GuardFigure::signals)
                .flatMap(guard ->
                        guard.guarded().stream().map(id -> Map.entry(id, caveat(guard, byId.get(guard.id())))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static boolean isGuarded(GuardRule rule, KpiVariant variant) {
        return rule.guards(variant.family().family(), variant.chosen());
    }

    private static GuardFigure guard(KpiValue kpi, GuardRule rule, List<String> guarded, List<Finding> findings) {
        List<GuardSign> signs = kpi.measured() ? signs(kpi, rule, findings) : List.of();
        GuardVerdict verdict = !kpi.measured()
                ? GuardVerdict.NOT_MEASURED
                : signs.isEmpty() ? GuardVerdict.NO_SIGNAL : GuardVerdict.SIGNAL;
        return new GuardFigure(kpi.process(), kpi.id(), guarded, verdict, signs, rule);
    }

    private static List<GuardSign> signs(KpiValue kpi, GuardRule rule, List<Finding> findings) {
        List<GuardSign> signs = new ArrayList<>();
        if (isHigh(kpi.interval(), rule)) {
            signs.add(GuardSign.HIGH);
        }
        if (becameWorse(kpi, findings)) {
            signs.add(GuardSign.WORSE);
        }
        return signs;
    }

    private static boolean isHigh(Interval interval, GuardRule rule) {
        return interval != null
                && rule.above() != null
                && interval.low().compareTo(rule.above()) > 0
                && (rule.below() == null || interval.high().compareTo(rule.below()) < 0);
    }

    /** By a shift, of a share of members; of others, in which none is looked for, by intervals of two periods that are apart. */
    private static boolean becameWorse(KpiValue kpi, List<Finding> findings) {
        if (kpi.aggregation() == Aggregation.SHARE) {
            return findings.stream()
                    .flatMap(Finding::withMembers)
                    .filter(finding -> finding.tells(FindingKind.KPI_SHIFT, kpi))
                    .anyMatch(finding ->
                            isWorse(kpi.direction(), finding.facts().get(FigureName.BEFORE), finding.value()));
        }
        if (kpi.periods() == null) {
            return false;
        }

        Interval before = kpi.periods().previous().interval();
        Interval now = kpi.periods().latest().interval();
        return before != null
                && now != null
                && (now.low().compareTo(before.high()) > 0 || before.low().compareTo(now.high()) > 0)
                && isWorse(
                        kpi.direction(),
                        kpi.periods().previous().value(),
                        kpi.periods().latest().value());
    }

    private static boolean isWorse(Direction direction, BigDecimal before, BigDecimal after) {
        return before != null && Trend.between(direction, before, after) == Trend.WORSENED;
    }

    private static String caveat(GuardFigure guard, KpiValue kpi) {
        List<String> why = new ArrayList<>();
        if (guard.signs().contains(GuardSign.HIGH)) {
            why.add("above " + Humane.share(guard.rule().above()));
        }
        if (guard.signs().contains(GuardSign.WORSE)) {
            why.add("worse than before");
        }
        return "It may look better than the work is: its guard '" + kpi.title() + "' is " + kpi.text()
                + (kpi.interval() == null
                        ? ""
                        : " (" + Humane.share(kpi.interval().level()) + " interval "
                                + kpi.unit().text(kpi.interval().low()) + " to "
                                + kpi.unit().text(kpi.interval().high()) + ")")
                + " over " + Humane.count(kpi.n()) + ", " + String.join(" and ", why) + ".";
    }
}
