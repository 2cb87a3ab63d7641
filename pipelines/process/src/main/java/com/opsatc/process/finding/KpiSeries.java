package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.kernel.measure.period.LogScale;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.finding.week.TestedWeeks;
import com.opsatc.process.finding.week.WeekSums;
import com.opsatc.process.kpi.Aggregates;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A KPI that is a share or a median of durations, with the weeks of it that take part in tests. */
record KpiSeries(KpiValue kpi, MeasuredKpi.Members members, WeekSums weeks) {
    /** The KPIs that can be tested: of one whose members all agree no split could differ. */
    static List<KpiSeries> family(List<MeasuredKpi> kpis, Yardstick yardstick) {
        List<KpiSeries> family = new ArrayList<>();
        for (MeasuredKpi kpi : kpis) {
            kpi.members()
                    .filter(members -> differ(members.population()))
                    .flatMap(members -> comparable(kpi.value(), members.population(), yardstick)
                            .map(weeks -> new KpiSeries(kpi.value(), members, weeks)))
                    .filter(series -> series.splits() > 0)
                    .ifPresent(family::add);
        }
        return family;
    }

    private static boolean differ(CountedMembers members) {
        for (int i = 1; i < members.n(); i++) {
            if (members.contribution(i) != members.contribution(0)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The weeks of a KPI that can be compared, possibly none; empty when its figure is no share and no median of durations, and for working time, which
     * tells the story of its variant in elapsed time once more, and whose length does not say which weeks are complete. Weeks at the edges
     * of the extract are left out, as {@link Yardstick} says.
     */
    static Optional<WeekSums> comparable(KpiValue kpi, CountedMembers population, Yardstick yardstick) {
        if (kpi.unit() != Unit.MICROSECONDS && kpi.unit() != Unit.RATIO) {
            return Optional.empty();
        }

        return kpi.aggregation() == Aggregation.SHARE || kpi.aggregation() == Aggregation.MEDIAN
                ? Optional.of(full(kpi, population, yardstick))
                : Optional.empty();
    }

    /** The weeks of a KPI whose figures may stand side by side: also of shares by weight, which take part in no test. */
    static Optional<WeekSums> sideBySide(KpiValue kpi, CountedMembers population, Yardstick yardstick) {
        return kpi.unit() == Unit.RATIO
                        && (kpi.aggregation() == Aggregation.SHARE_OF_WEIGHT
                                || kpi.aggregation() == Aggregation.WEIGHTED_SHARE)
                ? Optional.of(full(kpi, population, yardstick))
                : comparable(kpi, population, yardstick);
    }

    private static WeekSums full(KpiValue kpi, CountedMembers population, Yardstick yardstick) {
        boolean share = kpi.unit() == Unit.RATIO;
        TestedWeeks tested = share
                ? yardstick.ofShares(population)
                : yardstick.ofDurations(
                        population, Aggregates.of(Aggregation.P90, population).longValueExact());
        return tested.of(WeekSums.of(population, share ? x -> x : LogScale::of));
    }

    int splits() {
        return weeks.splits(ShiftSearch.WEEKS);
    }

    /** Durations are dated by their end: what has not ended is in no week. */
    String subject() {
        return isShare() ? "{subject.1}" : "{subject.1}, by completion,";
    }

    /**
     * A draft about the KPI.
     *
     * @param z how many standard errors it stands out by, which ranks shares; {@code weeklyEffect} ranks durations
     */
    FindingDraft draft(
            FindingKind kind, double z, double weeklyEffect, Change change, FindingDraft.Publisher publisher) {
        return isShare()
                ? new FindingDraft(kind, FindingDraft.Tier.OUTCOME, Math.abs(z), kpi.id(), change, publisher)
                : new FindingDraft(kind, FindingDraft.Tier.TIME, weeklyEffect, kpi.id(), change, publisher);
    }

    /** Writes the members of the compared weeks as evidence, which must be those that were tested. */
    EvidenceDocuments.Written write(LocalDate first, LocalDate last, ProcessInput in, String id, EvidenceSink sink) {
        EvidenceDocuments.Written written = EvidenceDocuments.write(
                new Dates(first, last, in.zone()).of(members.counted()),
                in.system(),
                in.zone(),
                id,
                sink,
                members.population().n());
        Agreement.require("the number of members", id, written.population().n(), weeks.total());
        return written;
    }

    /** What every finding about the KPI says alike. */
    FindingBuilder finding(FindingKind kind, Definition definition, String id, int rank) {
        return FindingBuilder.builder()
                .id(id)
                .kind(kind)
                .process(kpi.process())
                .rank(rank)
                .definition(definition.ref())
                .subjects(List.of(kpi.id()))
                .unit(kpi.unit())
                .aggregation(kpi.aggregation());
    }

    private boolean isShare() {
        return kpi.aggregation() == Aggregation.SHARE;
    }
}
