package com.opsatc.process.finding;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All that may be said of a process beside its KPIs: shifts and episodes of KPIs, shifts of edges, bottlenecks; and what was looked at
 * and did not hold up.
 */
public final class Findings {
    private Findings() {}

    /**
     * What a process and its figures are looked at for.
     *
     * @param ranked its bottlenecks, in rank order
     * @param mined its log of steps, mined with the periods {@code weeks}; {@code steps} the same log with names
     */
    public record Looked(
            ProcessInput process,
            List<MeasuredKpi> kpis,
            List<Bottleneck> ranked,
            MinedProcess mined,
            Dataset<Row> steps,
            Weeks weeks,
            Definitions definitions,
            DeclaredWaits waits) {
        public Looked {
            requireNonNull(process, "process");
            kpis = List.copyOf(kpis);
            ranked = List.copyOf(ranked);
            requireNonNull(mined, "mined");
            requireNonNull(steps, "steps");
            requireNonNull(weeks, "weeks");
            requireNonNull(definitions, "definitions");
            requireNonNull(waits, "waits");
        }

        Definition definition(FindingKind kind) {
            return definitions.require(kind.definition());
        }
    }

    /**
     * What was found.
     *
     * @param kpis those that were looked at, each with its latest period and the one before, its weeks marked where they take
     *     no part in tests, and their limits
     * @param findings by rank
     * @param bottlenecks the ranking, where it has one with the finding that states it and its interval
     */
    public record Found(
            List<KpiValue> kpis,
            List<Finding> findings,
            List<NotSupported> notSupported,
            List<Bottleneck> bottlenecks) {
        public Found {
            kpis = List.copyOf(kpis);
            findings = List.copyOf(findings);
            notSupported = List.copyOf(notSupported);
            bottlenecks = List.copyOf(bottlenecks);
        }
    }

    /**
     * Finds, ranks and writes the evidence. Shifts of outcomes (shares) come first, by how far they stand out; then all that is
     * time, by microseconds a week: for a shift the change of the median times the members a week since, for a bottleneck the
     * time beyond its target over the weeks of the log. Ties go by kind (what changed before what is), then by name. What tells
     * of one event is one finding, in the place of the first of them ({@link DraftGroup}); how many hypotheses were tested is
     * counted before that, by series.
     *
     * @throws com.opsatc.contract.error.PipelineException (internal) when a figure does not follow from its evidence
     */
    public static Found of(Looked looked, EvidenceSink sink) {
        ProcessInput in = looked.process();
        Yardstick yardstick = Yardstick.of(
                looked.mined(),
                Intake.of(in.log(), in.zone()),
                in.asOf(),
                looked.waits().scope().floorUs());
        List<FindingDraft> drafts = new ArrayList<>();
        List<NotSupported> notSupported = new ArrayList<>();
        for (Finder finder : Finders.ALL) {
            ShiftSearch search = finder.search(looked, yardstick);
            drafts.addAll(search.drafts());
            search.notSupported(in.process()).ifPresent(notSupported::add);
        }

        List<Finding> findings = publish(in.process(), withoutPassed(drafts), sink);
        List<KpiValue> told = looked.kpis().stream()
                .map(kpi -> new MeasuredKpi(RecentPeriods.of(kpi, yardstick), kpi.members()))
                .map(kpi -> ControlChart.of(kpi, yardstick, shifted(kpi.value(), findings)))
                .toList();
        return new Found(told, findings, notSupported, withFindings(looked.ranked(), findings));
    }

    /** What passed is told as an episode, and not as the shift that its beginning looks like. */
    private static List<FindingDraft> withoutPassed(List<FindingDraft> drafts) {
        Set<String> passed = drafts.stream()
                .filter(draft -> draft.kind() == FindingKind.KPI_EPISODE)
                .map(FindingDraft::name)
                .collect(Collectors.toSet());
        return drafts.stream()
                .filter(draft -> draft.kind() != FindingKind.KPI_SHIFT || !passed.contains(draft.name()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<LocalDate> shifted(KpiValue kpi, List<Finding> findings) {
        return findings.stream()
                .flatMap(Finding::withMembers)
                .filter(finding -> finding.tells(FindingKind.KPI_SHIFT, kpi))
                .map(finding -> finding.window().from())
                .findFirst();
    }

    private static List<Finding> publish(String process, List<FindingDraft> drafts, EvidenceSink sink) {
        drafts.sort(Comparator.comparing(FindingDraft::tier)
                .thenComparing(
                        Comparator.comparingDouble(FindingDraft::strength).reversed())
                .thenComparing(FindingDraft::kind)
                .thenComparing(FindingDraft::name));
        List<Finding> findings = new ArrayList<>();
        for (DraftGroup group : DraftGroup.of(drafts)) {
            int rank = findings.size() + 1;
            String id = "F-" + process + String.format(Locale.ROOT, "-%03d", rank);
            findings.add(group.publish(id, rank, sink));
        }
        return findings;
    }

    private static List<Bottleneck> withFindings(List<Bottleneck> ranked, List<Finding> findings) {
        Map<List<String>, Finding> bySubjects = new HashMap<>();
        findings.stream()
                .filter(finding -> finding.kind() == FindingKind.BOTTLENECK)
                .forEach(finding -> bySubjects.put(finding.subjects(), finding));
        return ranked.stream()
                .map(bottleneck -> withFinding(bottleneck, bySubjects.get(List.of(bottleneck.from(), bottleneck.to()))))
                .toList();
    }

    private static Bottleneck withFinding(Bottleneck bottleneck, Finding finding) {
        return finding == null ? bottleneck : bottleneck.statedBy(finding);
    }
}
