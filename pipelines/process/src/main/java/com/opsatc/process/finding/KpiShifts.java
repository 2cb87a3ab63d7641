package com.opsatc.process.finding;

import com.opsatc.contract.Aggregation;
import com.opsatc.contract.Definition;
import com.opsatc.contract.Finding;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.Window;
import com.opsatc.kernel.mining.LogScale;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.evidence.Population;
import com.opsatc.process.kpi.Figure;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.ProcessInput;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lasting steps in the weekly series of KPIs that are shares or medians of durations (definition kpi-shift).
 *
 * <p>Of a duration, weeks closer to either end of the extract than its 90th percentile are left out: at the beginning only
 * short ones can have ended, at the end cases that still run are taken as short.
 */
final class KpiShifts {
    static final String KIND = "kpi-shift";

    private final ProcessInput in;
    private final Definition definition;

    KpiShifts(ProcessInput in, Definition definition) {
        this.in = in;
        this.definition = definition;
    }

    ShiftSearch search(List<MeasuredKpi> kpis) {
        List<Series> family = new ArrayList<>();
        for (MeasuredKpi kpi : kpis) {
            kpi.members().flatMap(members -> series(kpi.value(), members)).ifPresent(family::add);
        }

        long splits = family.stream().mapToLong(Series::splits).sum();
        List<Draft> drafts = new ArrayList<>();
        family.forEach(each -> draft(each, splits).ifPresent(drafts::add));
        return new ShiftSearch(KIND, drafts, family.size(), splits);
    }

    /** The weeks of a KPI that can be compared; empty when there are too few, or its figure is no share and no median. */
    private Optional<Series> series(KpiValue kpi, MeasuredKpi.Members members) {
        boolean share = kpi.aggregation() == Aggregation.SHARE;
        if (!share && kpi.aggregation() != Aggregation.MEDIAN) {
            return Optional.empty();
        }

        Population population = members.population();
        WeekSums weeks = tested(population, share).of(WeekSums.of(population, share ? x -> x : LogScale::of));
        return Optional.of(new Series(kpi, members, weeks)).filter(series -> series.splits() > 0);
    }

    private Optional<Draft> draft(Series series, long splits) {
        KpiValue kpi = series.kpi();
        StepRule rule = ShiftSearch.rule(kpi.aggregation(), splits);
        return Shift.detect(series.weeks(), rule)
                .filter(shift -> Comparison.of(
                                kpi.aggregation(), series.members().population(), shift)
                        .worthTelling())
                .map(shift -> new Draft(
                        KIND,
                        Math.abs(shift.step().z()),
                        kpi.id(),
                        (id, rank, sink) -> publish(series, new Tested(shift, rule, splits), id, rank, sink)));
    }

    private TestedWeeks tested(Population population, boolean share) {
        if (share) {
            return new TestedWeeks(population.firstDate(), in.asOf());
        }

        long p90 = Figure.of(Aggregation.P90, population.contributions()).longValueExact();
        long days = Duration.ofNanos(Math.multiplyExact(p90, 1000)).toDays() + 1;
        LocalDate from = population.firstDate().plusDays(days);
        return new TestedWeeks(from, in.asOf().minusDays(days));
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
                KIND,
                in.process(),
                rank,
                definition.ref(),
                List.of(kpi.id()),
                ShiftTexts.statement("{subject.1}", comparison, kpi.unit(), shift),
                comparison.valueAfter(),
                kpi.unit(),
                kpi.aggregation(),
                comparison.interval(),
                new Window(shift.shifted(), shift.last(), in.zone().getId()),
                comparison.after().n(),
                comparison.facts(shift),
                tested.splits(),
                ShiftTexts.caveats(tested),
                written.evidence());
    }

    private record Series(KpiValue kpi, MeasuredKpi.Members members, WeekSums weeks) {
        int splits() {
            return weeks.splits(ShiftSearch.WEEKS);
        }
    }
}
