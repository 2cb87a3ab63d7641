package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.csv.CaseCsv;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.guard.GuardsView;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.part.SharedCaveats;
import com.opsatc.jobs.report.passage.AlternationsView;
import com.opsatc.jobs.report.passage.UnusualView;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One process: what there is to say of it in a few lines, then its key figures, with what must be known of several of them, then what to do, then findings, then the details: trends,
 * map, bottlenecks and variants.
 *
 * @param caveats those of several figures, each said once
 * @param notMeasured null where every KPI is measured
 * @param map null where the run published no transitions of the process; {@code variantsNote} and {@code variantsCsv} null
 *     likewise
 * @param objectMaps one for each object type, where the log tells objects
 * @param ageing null for a process that the document does not name
 * @param waiting null for a process that the document does not name
 * @param work null where the log does not tell when work begins
 */
record ProcessView(
        String anchor,
        String name,
        List<FactText> size,
        StoryView story,
        List<KpiView> kpis,
        GuardsView guards,
        List<SharedCaveats.Listed> caveats,
        NotMeasuredView notMeasured,
        AdviceView advice,
        AgeingView ageing,
        Rows<FindingView> findings,
        Rows<FindingView> furtherFindings,
        List<FactText> notSupported,
        List<TrendView> trends,
        MapView map,
        List<MapView> objectMaps,
        WorkView work,
        WaitingView waiting,
        Rows<BottleneckView> bottlenecks,
        CsvLink bottlenecksCsv,
        AlternationsView alternations,
        UnusualView unusual,
        RulesView rules,
        String bottlenecksHeading,
        String measure,
        List<FactText> outOfScope,
        List<VariantView> variants,
        CsvLink variantsCsv,
        String variantsNote) {
    private static final int LEADING_FINDINGS = 6;
    private static final int MOST_FINDINGS = 60;
    private static final int MOST_BOTTLENECKS = 20;

    /** @param number of the process on the page, from 1: what places on it are named after */
    static ProcessView of(String process, int number, ReportInput input, Anchors anchors) {
        TenantId tenant = input.header().tenant();
        Map<String, KpiValue> byId = input.kpis().kpis().stream()
                .collect(Collectors.toMap(KpiValue::id, Function.identity(), (first, second) -> first));
        List<Finding> findings = input.findings().findings().stream()
                .filter(finding -> finding.process().equals(process))
                .sorted(Comparator.comparingInt(Finding::rank).thenComparing(Finding::id))
                .toList();
        Map<String, Finding> findingsById =
                findings.stream().collect(Collectors.toMap(Finding::id, Function.identity(), (first, second) -> first));
        List<KpiValue> kpis = input.kpis().kpis().stream()
                .filter(kpi -> kpi.process().equals(process))
                .toList();
        // Definitions that give one number are told once, with their names; guards without a signal in a table of their
        // own.
        List<KpiValue> measured = kpis.stream()
                .filter(KpiValue::measured)
                .filter(kpi -> input.kpis()
                        .sensitivityOf(kpi.id())
                        .filter(family -> family.saidByAnother(kpi.id()))
                        .isEmpty())
                .filter(kpi -> !GuardsView.tellsAll(kpi, input.kpis()))
                .toList();
        SharedCaveats caveats = new SharedCaveats(
                "caveat-" + number,
                Stream.concat(
                                measured.stream().map(KpiValue::caveats),
                                findings.stream().map(Finding::caveats))
                        .toList());
        List<FindingView> told = findings.stream()
                .map(finding -> FindingView.of(finding, byId, caveats, tenant, anchors))
                .toList();
        List<Bottleneck> bottlenecks = input.bottlenecks().bottlenecks().stream()
                .filter(bottleneck -> bottleneck.process().equals(process))
                .sorted(Comparator.comparingInt(Bottleneck::rank))
                .toList();
        List<Bottleneck> shown = bottlenecks.stream().limit(MOST_BOTTLENECKS).toList();
        ProcessEdges edges = edges(process, LogView.ACTIVITY, input);
        ProcessEdges steps = edges(process, LogView.ACTIVITY_INSTANCE, input);
        CsvTables csv = new CsvTables(tenant);
        CaseCsv caseCsv = new CaseCsv(tenant);
        ProcessVariants variants = variants(process, LogView.ACTIVITY, input);
        AdviceView advice = AdviceView.of(process, input.recommendations(), byId, tenant, anchors);
        AgeingView ageing = input.ageing().processes().stream()
                .filter(each -> each.process().equals(process))
                .findFirst()
                .map(each -> AgeingView.of(each, anchors, caseCsv))
                .orElse(null);
        Optional<ProcessWaiting> waiting = input.waiting().processes().stream()
                .filter(each -> each.process().equals(process))
                .findFirst();
        RulesView rules = RulesView.of(process, input.rules().rules(), caseCsv);
        List<NotSupported> notSupported = input.findings().notSupported().stream()
                .filter(family -> family.process().equals(process))
                .toList();
        List<BottleneckView> ranked = bottlenecks.stream()
                .map(bottleneck ->
                        BottleneckView.of(bottleneck, BottleneckView.mixed(shown), findingsById, tenant, anchors))
                .toList();

        return new ProcessView(
                anchors.process(process),
                Words.name(input.header().titleOf(process)),
                size(edges, variants),
                StoryView.of(
                        anchors.process(process), findings, told, notSupported, ranked, waiting, rules, advice, ageing),
                measured.stream()
                        .map(kpi -> KpiView.of(kpi, input.kpis(), findings, caveats, tenant, anchors))
                        .toList(),
                GuardsView.of(process, input.kpis(), tenant, anchors),
                caveats.list(),
                NotMeasuredView.of(kpis, anchors),
                advice,
                ageing,
                Rows.first(LEADING_FINDINGS, told),
                Rows.first(MOST_FINDINGS, told.subList(Math.min(LEADING_FINDINGS, told.size()), told.size())),
                notSupported.stream()
                        .map(family -> new FactText(
                                family.kind().symbol().replace('-', ' ') + ", " + PageFigures.count(family.tested())
                                        + " tested",
                                Words.sentence(family.reason())))
                        .toList(),
                measured.stream()
                        .flatMap(kpi -> TrendView.of(kpi, findings, csv).stream())
                        .toList(),
                steps == null
                        ? null
                        : MapView.of(
                                "map-" + number,
                                input.header().titleOf(process),
                                steps,
                                bottlenecks,
                                variants(process, steps.view(), input),
                                csv),
                objectMaps(process, number, input, csv),
                steps == null ? null : WorkView.of(steps, anchors, csv),
                waiting.map(each -> WaitingView.of(each, anchors, csv)).orElse(null),
                Rows.first(MOST_BOTTLENECKS, ranked),
                csv.bottlenecks(process, shown),
                AlternationsView.of(process, input.bottlenecks().alternations(), csv),
                UnusualView.of(process, input.bottlenecks().unusual(), csv),
                rules,
                BottleneckView.heading(shown),
                bottlenecks.isEmpty() ? null : BottleneckView.measure(shown),
                BottleneckView.outOfScope(input.bottlenecks().outOfScope().stream()
                        .filter(wait -> wait.process().equals(process))
                        .toList()),
                variants == null ? List.of() : VariantView.of(variants),
                variants == null ? null : VariantView.csv(variants, csv),
                variants == null
                        ? null
                        : PageFigures.count(variants.total()) + " variants of " + PageFigures.count(variants.cases())
                                + " cases.");
    }

    private static List<MapView> objectMaps(String process, int number, ReportInput input, CsvTables csv) {
        List<MapView> maps = new ArrayList<>();
        for (ProcessEdges edges : input.edges().processes()) {
            if (edges.process().equals(process) && edges.view() == LogView.OBJECT) {
                ProcessVariants variants = input.variants().processes().stream()
                        .filter(each -> each.process().equals(process)
                                && edges.objectType().equals(each.objectType()))
                        .findFirst()
                        .orElseThrow();
                maps.add(MapView.of(
                        "map-" + number + "-object-" + (maps.size() + 1),
                        edges.objectType(),
                        edges,
                        List.of(),
                        variants,
                        csv));
            }
        }

        return maps;
    }

    private static List<FactText> size(ProcessEdges edges, ProcessVariants variants) {
        if (edges == null) {
            return List.of();
        }

        return List.of(
                new FactText(cases(edges.caseNotion()), PageFigures.count(edges.cases())),
                new FactText("events", PageFigures.count(edges.events())),
                new FactText("activities", PageFigures.count(edges.activities().size())),
                new FactText("variants", PageFigures.count(variants == null ? edges.variants() : variants.total())));
    }

    private static String cases(String notion) {
        return notion.equals("case") ? "cases" : "cases (" + Words.name(notion).replace('-', ' ') + ")";
    }

    /**
     * A view of the process, else that of recorded events. Bottlenecks and findings name edges of the view of activity
     * instances where there is one.
     */
    private static ProcessEdges edges(String process, LogView view, ReportInput input) {
        return input.edges().processes().stream()
                .filter(edges -> edges.process().equals(process))
                .min(Comparator.comparing((ProcessEdges edges) -> !edges.view().equals(view))
                        .thenComparing(edges -> edges.view() != LogView.ACTIVITY))
                .orElse(null);
    }

    private static ProcessVariants variants(String process, LogView view, ReportInput input) {
        return input.variants().processes().stream()
                .filter(variants -> variants.process().equals(process))
                .min(Comparator.comparing(
                                (ProcessVariants variants) -> !variants.view().equals(view))
                        .thenComparing(variants -> variants.view() != LogView.ACTIVITY))
                .orElse(null);
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }
}
