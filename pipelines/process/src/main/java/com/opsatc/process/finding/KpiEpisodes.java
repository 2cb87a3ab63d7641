package com.opsatc.process.finding;

import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.statistics.Episode;
import com.opsatc.kernel.statistics.EpisodeSearch;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.finding.Findings.Looked;
import com.opsatc.process.finding.week.Passing;
import com.opsatc.process.finding.week.Shift;
import com.opsatc.process.finding.week.WeekSums;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Stretches of weeks in which a KPI was another and then as before (definition kpi-episode), of KPIs without a shift that
 * stayed.
 */
final class KpiEpisodes {
    private final ProcessInput in;
    private final Definition definition;

    KpiEpisodes(ProcessInput in, Definition definition) {
        this.in = in;
        this.definition = definition;
    }

    ShiftSearch search(List<MeasuredKpi> kpis, Yardstick yardstick) {
        List<KpiSeries> family = KpiSeries.family(kpis, yardstick).stream()
                .filter(series -> tests(series) > 0)
                .toList();
        long splits = family.stream().mapToLong(KpiSeries::splits).sum();
        long tests = family.stream().mapToLong(KpiEpisodes::tests).sum();
        List<FindingDraft> drafts = new ArrayList<>();
        family.stream()
                .filter(series -> !shiftedForGood(series, splits))
                .forEach(series -> draft(series, tests, yardstick).ifPresent(drafts::add));
        return new ShiftSearch(FindingKind.KPI_EPISODE, drafts, family.size(), tests);
    }

    private static long tests(KpiSeries series) {
        long filled = Arrays.stream(series.weeks().n()).filter(n -> n > 0).count();
        return EpisodeSearch.tests(filled, ShiftSearch.WEEKS);
    }

    private static boolean shiftedForGood(KpiSeries series, long splits) {
        StepRule rule = ShiftSearch.rule(series.kpi().aggregation(), splits);
        return Shift.detect(series.weeks(), rule)
                .filter(shift -> shift.step().lastPeriodsAgree())
                .isPresent();
    }

    private Optional<FindingDraft> draft(KpiSeries series, long tests, Yardstick yardstick) {
        KpiValue kpi = series.kpi();
        WeekSums weeks = series.weeks();
        StepRule rule = ShiftSearch.rule(kpi.aggregation(), tests);
        Optional<Episode> found = EpisodeSearch.detect(weeks.n(), weeks.sum(), weeks.sumOfSquares(), rule);
        if (found.isEmpty()) {
            return Optional.empty();
        }

        Passing passing = Passing.of(kpi.aggregation(), series.members().population(), weeks, found.get());
        return passing.worthTelling(yardstick.floorUs())
                ? Optional.of(series.draft(
                        FindingKind.KPI_EPISODE,
                        found.get().z(),
                        passing.weeklyEffect(),
                        Change.of(
                                passing.from(), kpi.direction(), passing.begun().rose()),
                        (id, rank, sink) -> publish(series, found.get(), rule, tests, id, rank, sink)))
                : Optional.empty();
    }

    private Finding publish(
            KpiSeries series, Episode episode, StepRule rule, long tests, String id, int rank, EvidenceSink sink) {
        WeekSums weeks = series.weeks();
        LocalDate first = weeks.mondays().get(0);
        LocalDate last = weeks.mondays().get(weeks.weeks() - 1).plusDays(6);
        EvidenceDocuments.Written written = series.write(first, last, in, id, sink);
        Passing passing = Passing.of(series.kpi().aggregation(), written.population(), weeks, episode);
        return series.finding(FindingKind.KPI_EPISODE, definition, id, rank)
                .statement(passing.statement(series.subject(), series.kpi().unit()))
                .value(passing.value())
                .interval(passing.interval())
                .window(new Window(
                        passing.from(), passing.until().minusDays(1), in.zone().getId()))
                .n(passing.within().n())
                .facts(passing.facts())
                .testsInFamily(tests)
                .caveats(passing.caveats(rule, tests))
                .evidence(written.evidence())
                .build();
    }

    static final class Search implements Finder {
        @Override
        public ShiftSearch search(Looked looked, Yardstick yardstick) {
            return new KpiEpisodes(looked.process(), looked.definition(FindingKind.KPI_EPISODE))
                    .search(looked.kpis(), yardstick);
        }
    }
}
