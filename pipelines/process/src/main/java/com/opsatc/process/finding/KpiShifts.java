package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.measure.period.LogScale;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.evidence.Population;
import com.opsatc.process.kpi.Figure;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lasting steps in the weekly series of KPIs that are shares or medians of durations (definition kpi-shift).
 *
 * <p>Weeks at the edges of the extract are left out, as {@link Yardstick} says.
 */
final class KpiShifts {
    private final ProcessInput in;
    private final Definition definition;

    KpiShifts(ProcessInput in, Definition definition) {
        this.in = in;
        this.definition = definition;
    }

    ShiftSearch search(List<MeasuredKpi> kpis, Yardstick yardstick) {
        List<Series> family = family(kpis, yardstick);
        long splits = family.stream().mapToLong(Series::splits).sum();
        List<Draft> drafts = new ArrayList<>();
        family.forEach(each -> draft(each, splits, yardstick).ifPresent(drafts::add));
        return new ShiftSearch(FindingKind.KPI_SHIFT, drafts, family.size(), splits);
    }

    /** The KPIs that can be tested, each with the weeks that take part. */
    static List<Series> family(List<MeasuredKpi> kpis, Yardstick yardstick) {
        List<Series> family = new ArrayList<>();
        for (MeasuredKpi kpi : kpis) {
            kpi.members()
                    .flatMap(members -> series(kpi.value(), members, yardstick))
                    .ifPresent(family::add);
        }
        return family;
    }

    /** The weeks of a KPI that are searched; empty when there are too few, or its figure is no share and no median. */
    private static Optional<Series> series(KpiValue kpi, MeasuredKpi.Members members, Yardstick yardstick) {
        return comparable(kpi, members.population(), yardstick)
                .map(weeks -> new Series(kpi, members, weeks))
                .filter(series -> series.splits() > 0);
    }

    /** The weeks of a KPI that can be compared, possibly none; empty when its figure is no share and no median. */
    static Optional<WeekSums> comparable(KpiValue kpi, Population population, Yardstick yardstick) {
        boolean share = kpi.aggregation() == Aggregation.SHARE;
        if (!share && kpi.aggregation() != Aggregation.MEDIAN) {
            return Optional.empty();
        }

        TestedWeeks tested = share
                ? yardstick.ofShares(population)
                : yardstick.ofDurations(
                        population,
                        Figure.of(Aggregation.P90, population.contributions()).longValueExact());
        return Optional.of(tested.of(WeekSums.of(population, share ? x -> x : LogScale::of)));
    }

    private Optional<Draft> draft(Series series, long splits, Yardstick yardstick) {
        KpiValue kpi = series.kpi();
        StepRule rule = ShiftSearch.rule(kpi.aggregation(), splits);
        Optional<Shift> found = Shift.detect(series.weeks(), rule);
        if (found.isEmpty()) {
            return Optional.empty();
        }

        Shift shift = found.get();
        Comparison comparison =
                Comparison.of(kpi.aggregation(), series.members().population(), shift);
        boolean share = kpi.aggregation() == Aggregation.SHARE;
        return comparison.worthTelling(yardstick.floorUs())
                ? Optional.of(new Draft(
                        FindingKind.KPI_SHIFT,
                        share ? Draft.Tier.OUTCOME : Draft.Tier.TIME,
                        share ? Math.abs(shift.step().z()) : comparison.weeklyEffect(shift),
                        kpi.id(),
                        Change.of(shift.shifted(), kpi.direction(), comparison.rose()),
                        (id, rank, sink) -> publish(series, new Tested(shift, rule, splits), id, rank, sink)))
                : Optional.empty();
    }

    private Finding publish(Series series, Tested tested, String id, int rank, EvidenceSink sink) {
        KpiValue kpi = series.kpi();
        Shift shift = tested.shift();
        Dates compared = new Dates(shift.first(), shift.last(), in.zone());
        EvidenceDocuments.Written written = EvidenceDocuments.write(
                compared.of(series.members().counted()),
                in.system(),
                in.zone(),
                id,
                sink,
                series.members().population().n());
        Agreement.require(
                "the number of members",
                id,
                written.population().n(),
                series.weeks().total());
        Comparison comparison = Comparison.of(kpi.aggregation(), written.population(), shift);
        return new Finding(
                id,
                FindingKind.KPI_SHIFT,
                in.process(),
                rank,
                definition.ref(),
                List.of(kpi.id()),
                ShiftTexts.statement(subject(kpi), comparison, kpi.unit(), shift),
                comparison.valueAfter(),
                kpi.unit(),
                kpi.aggregation(),
                comparison.interval(),
                new Window(shift.shifted(), shift.last(), in.zone().getId()),
                comparison.after().n(),
                comparison.facts(shift),
                tested.splits(),
                ShiftTexts.caveats(comparison, tested),
                written.evidence());
    }

    /** Durations are dated by their end: what has not ended is in no week. */
    static String subject(KpiValue kpi) {
        return kpi.aggregation() == Aggregation.SHARE ? "{subject.1}" : "{subject.1}, by completion,";
    }

    record Series(KpiValue kpi, MeasuredKpi.Members members, WeekSums weeks) {
        int splits() {
            return weeks.splits(ShiftSearch.WEEKS);
        }
    }
}
