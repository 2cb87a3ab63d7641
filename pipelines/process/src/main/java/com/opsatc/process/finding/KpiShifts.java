package com.opsatc.process.finding;

import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.finding.Findings.Looked;
import com.opsatc.process.finding.week.Comparison;
import com.opsatc.process.finding.week.Shift;
import com.opsatc.process.finding.week.ShiftTexts;
import com.opsatc.process.finding.week.Tested;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.split.ChangeSplits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lasting steps in the weekly series of KPIs that are shares or medians of durations (definition kpi-shift).
 */
final class KpiShifts {
    private final ProcessInput in;
    private final Definition definition;

    KpiShifts(ProcessInput in, Definition definition) {
        this.in = in;
        this.definition = definition;
    }

    ShiftSearch search(List<MeasuredKpi> kpis, Yardstick yardstick) {
        List<KpiSeries> family = KpiSeries.family(kpis, yardstick);
        long splits = family.stream().mapToLong(KpiSeries::splits).sum();
        List<FindingDraft> drafts = new ArrayList<>();
        family.forEach(each -> draft(each, splits, yardstick).ifPresent(drafts::add));
        return new ShiftSearch(FindingKind.KPI_SHIFT, drafts, family.size(), splits);
    }

    private Optional<FindingDraft> draft(KpiSeries series, long splits, Yardstick yardstick) {
        KpiValue kpi = series.kpi();
        StepRule rule = ShiftSearch.rule(kpi.aggregation(), splits);
        Optional<Shift> found = Shift.detect(series.weeks(), rule);
        if (found.isEmpty()) {
            return Optional.empty();
        }

        Shift shift = found.get();
        Comparison comparison =
                Comparison.of(kpi.aggregation(), series.members().population(), shift);
        return comparison.worthTelling(yardstick.floorUs())
                ? Optional.of(series.draft(
                        FindingKind.KPI_SHIFT,
                        shift.step().z(),
                        comparison.weeklyEffect(shift),
                        Change.of(shift.shifted(), kpi.direction(), comparison.rose()),
                        (id, rank, sink) -> publish(series, new Tested(shift, rule, splits), id, rank, sink)))
                : Optional.empty();
    }

    private Finding publish(KpiSeries series, Tested tested, String id, int rank, EvidenceSink sink) {
        Shift shift = tested.shift();
        EvidenceDocuments.Written written = series.write(shift.first(), shift.last(), in, id, sink);
        Comparison comparison = Comparison.of(series.kpi().aggregation(), written.population(), shift);
        return series.finding(FindingKind.KPI_SHIFT, definition, id, rank)
                .statement(ShiftTexts.statement(
                        series.subject(), comparison, series.kpi().unit(), shift))
                .value(comparison.valueAfter())
                .interval(comparison.interval())
                .window(new Window(shift.shifted(), shift.last(), in.zone().getId()))
                .n(comparison.after().n())
                .facts(comparison.facts(shift))
                .testsInFamily(tested.splits())
                .caveats(ShiftTexts.caveats(comparison, tested))
                .evidence(written.evidence())
                .why(ChangeSplits.of(
                        comparison.before(),
                        comparison.after(),
                        series.kpi().aggregation(),
                        in.mapping().attributes()))
                .build();
    }

    static final class Search implements Finder {
        @Override
        public ShiftSearch search(Looked looked, Yardstick yardstick) {
            return new KpiShifts(looked.process(), looked.definition(FindingKind.KPI_SHIFT))
                    .search(looked.kpis(), yardstick);
        }
    }
}
