package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
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
import com.opsatc.process.evidence.Population;
import com.opsatc.process.finding.KpiShifts.Series;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.measure.ProcessInput;
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
        List<Series> family = KpiShifts.family(kpis, yardstick).stream()
                .filter(series -> tests(series) > 0)
                .toList();
        long splits = family.stream().mapToLong(Series::splits).sum();
        long tests = family.stream().mapToLong(KpiEpisodes::tests).sum();
        List<Draft> drafts = new ArrayList<>();
        family.stream()
                .filter(series -> !shiftedForGood(series, splits))
                .forEach(series -> draft(series, tests, yardstick).ifPresent(drafts::add));
        return new ShiftSearch(FindingKind.KPI_EPISODE, drafts, family.size(), tests);
    }

    private static long tests(Series series) {
        long filled = Arrays.stream(series.weeks().n()).filter(n -> n > 0).count();
        return EpisodeSearch.tests(filled, ShiftSearch.WEEKS);
    }

    private static boolean shiftedForGood(Series series, long splits) {
        StepRule rule = ShiftSearch.rule(series.kpi().aggregation(), splits);
        return Shift.detect(series.weeks(), rule)
                .filter(shift -> shift.step().lastPeriodsAgree())
                .isPresent();
    }

    private Optional<Draft> draft(Series series, long tests, Yardstick yardstick) {
        KpiValue kpi = series.kpi();
        WeekSums weeks = series.weeks();
        StepRule rule = ShiftSearch.rule(kpi.aggregation(), tests);
        Optional<Episode> found = EpisodeSearch.detect(weeks.n(), weeks.sum(), weeks.sumOfSquares(), rule);
        if (found.isEmpty()) {
            return Optional.empty();
        }

        Passing passing = Passing.of(kpi.aggregation(), series.members().population(), weeks, found.get());
        boolean share = kpi.aggregation() == Aggregation.SHARE;
        return passing.worthTelling(yardstick.floorUs())
                ? Optional.of(new Draft(
                        FindingKind.KPI_EPISODE,
                        share ? Draft.Tier.OUTCOME : Draft.Tier.TIME,
                        share ? Math.abs(found.get().z()) : passing.weeklyEffect(),
                        kpi.id(),
                        Change.of(
                                passing.from(), kpi.direction(), passing.begun().rose()),
                        (id, rank, sink) -> publish(series, found.get(), rule, tests, id, rank, sink)))
                : Optional.empty();
    }

    private Finding publish(
            Series series, Episode episode, StepRule rule, long tests, String id, int rank, EvidenceSink sink) {
        KpiValue kpi = series.kpi();
        WeekSums weeks = series.weeks();
        Dates compared = new Dates(
                weeks.mondays().get(0), weeks.mondays().get(weeks.weeks() - 1).plusDays(6), in.zone());
        EvidenceDocuments.Written written = EvidenceDocuments.write(
                compared.of(series.members().counted()),
                in.system(),
                in.zone(),
                id,
                sink,
                series.members().population().n());
        Population members = written.population();
        Agreement.require("the number of members", id, members.n(), weeks.total());
        Passing passing = Passing.of(kpi.aggregation(), members, weeks, episode);
        return new Finding(
                id,
                FindingKind.KPI_EPISODE,
                in.process(),
                rank,
                definition.ref(),
                List.of(kpi.id()),
                passing.statement(KpiShifts.subject(kpi), kpi.unit()),
                passing.value(),
                kpi.unit(),
                kpi.aggregation(),
                passing.interval(),
                new Window(
                        passing.from(), passing.until().minusDays(1), in.zone().getId()),
                passing.within().n(),
                passing.facts(),
                tests,
                passing.caveats(rule, tests, compared),
                written.evidence());
    }
}
