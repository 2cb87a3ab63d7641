package com.opsatc.jobs.simulate.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.jobs.simulate.Expectations.EdgeFigure;
import com.opsatc.jobs.simulate.Expectations.Share;
import com.opsatc.jobs.simulate.PlantedTruth;
import com.opsatc.jobs.simulate.extract.DeliveryFaults;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The documents of a run that found all that was planted, each part of which a test can spoil. */
final class FaithfulRun {
    private final PlantedTruth truth;
    private final DocumentHeader header;

    final List<KpiValue> kpis = new ArrayList<>();
    final List<ProcessEdges> edges = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<FileQuality> files = new ArrayList<>();
    final List<QuarantineCount> quarantine = new ArrayList<>();
    final Map<String, byte[]> others = new TreeMap<>();

    FaithfulRun(PlantedTruth truth) {
        this.truth = truth;
        header = new DocumentHeader("s", "1", truth.tenant(), "r", truth.asOf(), truth.zone(), "test");
        share("on-time-line", truth.expectations().orders().onTimeLine());
        share("in-full-line", truth.expectations().orders().inFullLine());
        share("otif-line", truth.expectations().orders().otifLine());
        share("on-time-order", truth.expectations().orders().onTimeOrder());
        share("in-full-order", truth.expectations().orders().inFullOrder());
        share("otif-order", truth.expectations().orders().otifOrder());
        kpis.add(kpi(
                "exception-mttr",
                "incident",
                Unit.MICROSECONDS,
                BigDecimal.valueOf(truth.expectations().tickets().medianUs()),
                truth.expectations().tickets().resolved()));
        edges.add(edges(
                "order-to-cash",
                truth.expectations().orders().cases(),
                truth.expectations().orders().events(),
                truth.expectations().orders().edges()));
        edges.add(edges(
                "incident",
                truth.expectations().tickets().cases(),
                truth.expectations().tickets().events(),
                truth.expectations().tickets().edges()));
        if (!truth.control()) {
            findings.add(otifShift(
                    truth.otifStep().from(),
                    truth.otifStep().before(),
                    truth.otifStep().after()));
            findings.add(edgeShift(truth.slowEdge().since(), truth.slowEdge().afterUs()));
        }

        faults(truth.orderFaults());
        faults(truth.ticketFaults());
        others.put(Documents.REPORT.name(), "<html></html>".getBytes(UTF_8));
    }

    CheckedDocuments documents() {
        Map<String, byte[]> all = new TreeMap<>(others);
        all.put(Documents.KPIS.name(), CanonicalJson.write(new KpisDocument(header, kpis)));
        all.put(Documents.EDGES.name(), CanonicalJson.write(new EdgesDocument(header, edges)));
        all.put(Documents.FINDINGS.name(), CanonicalJson.write(new FindingsDocument(header, findings, List.of())));
        all.put(
                Documents.QUALITY.name(),
                CanonicalJson.write(new QualityDocument(
                        header, files, quarantine, List.of(), List.of(), List.of(), List.of(), List.of())));
        return new CheckedDocuments(all);
    }

    Finding otifShift(LocalDate from, BigDecimal before, BigDecimal after) {
        return finding(FindingKind.KPI_SHIFT, "order-to-cash", List.of("K-otif-line"), from, before, after, Unit.RATIO);
    }

    Finding edgeShift(LocalDate from, long afterUs) {
        return finding(
                FindingKind.EDGE_SHIFT,
                truth.slowEdge().process(),
                List.of(truth.slowEdge().from(), truth.slowEdge().to()),
                from,
                BigDecimal.valueOf(truth.slowEdge().beforeUs()),
                BigDecimal.valueOf(afterUs),
                Unit.MICROSECONDS);
    }

    private Finding finding(
            FindingKind kind,
            String process,
            List<String> subjects,
            LocalDate from,
            BigDecimal before,
            BigDecimal after,
            Unit unit) {
        return FindingBuilder.builder()
                .id("F-" + kind.symbol())
                .kind(kind)
                .process(process)
                .rank(1)
                .definition(new DefinitionRef(kind.definition(), 1))
                .subjects(subjects)
                .statement("s")
                .value(after)
                .unit(unit)
                .aggregation(Aggregation.MEDIAN)
                .window(new Window(from, truth.asOf(), truth.zone()))
                .n(10)
                .facts(Map.of(FigureName.BEFORE, before))
                .testsInFamily(1)
                .evidence(evidence())
                .build();
    }

    private void share(String definition, Share share) {
        BigDecimal value =
                BigDecimal.valueOf(share.k()).divide(BigDecimal.valueOf(share.n()), 6, RoundingMode.HALF_EVEN);
        kpis.add(kpi(definition, "order-to-cash", Unit.RATIO, value, share.n()));
    }

    KpiValue kpi(String definition, String process, Unit unit, BigDecimal value, long n) {
        return KpiValueBuilder.builder()
                .id("K-" + definition)
                .process(process)
                .definition(new DefinitionRef(definition, 1))
                .title(definition)
                .state(KpiState.MEASURED)
                .unit(unit)
                .direction(Direction.NONE)
                .aggregation(Aggregation.SHARE)
                .value(value)
                .n(n)
                .open(0L)
                .window(new Window(truth.from(), truth.asOf(), truth.zone()))
                .evidence(evidence())
                .build();
    }

    static ProcessEdges edges(String process, long cases, long events, List<EdgeFigure> figures) {
        List<Edge> edges = figures.stream()
                .map(f -> EdgeBuilder.builder()
                        .from(f.from())
                        .to(f.to())
                        .n(f.n())
                        .sumUs(f.sumUs())
                        .p50Us(f.p50Us())
                        .cases(1)
                        .meanUs(0)
                        .p90Us(0)
                        .minUs(0)
                        .maxUs(0)
                        .overlapN(0)
                        .overlapUs(0)
                        .ties(0)
                        .build())
                .toList();
        return ProcessEdgesBuilder.builder()
                .process(process)
                .caseNotion("case")
                .view(LogView.ACTIVITY)
                .cases(cases)
                .events(events)
                .variants(1)
                .edges(edges)
                .build();
    }

    private void faults(DeliveryFaults faults) {
        String repeated = faults.duplicates().table().toLowerCase(Locale.ROOT);
        files.add(file(
                repeated,
                repeated + "_2",
                FileQuality.ADMITTED,
                null,
                900,
                faults.duplicates().rows()));
        String resent = faults.resent().table().toLowerCase(Locale.ROOT);
        files.add(file(resent, resent + "_9", FileQuality.ADMITTED, null, 700, 0));
        String cut = faults.refused().table().toLowerCase(Locale.ROOT);
        files.add(file(
                cut,
                faults.refused().file(),
                FileQuality.REFUSED,
                faults.refused().reason(),
                0,
                0));
        faults.badRows()
                .forEach(bad -> quarantine.add(new QuarantineCount(
                        "s",
                        bad.table().toLowerCase(Locale.ROOT),
                        bad.fault() + ":" + bad.column().toLowerCase(Locale.ROOT),
                        bad.rows(),
                        List.of())));
    }

    static FileQuality file(String stream, String name, String status, String reason, long admitted, long duplicate) {
        return new FileQuality(
                "s", stream, Sha256.of(name), name, status, reason, 1, admitted + duplicate, admitted, 0, duplicate);
    }

    private static Evidence evidence() {
        return new Evidence(
                "e", 1, /* censored= */ null, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1)));
    }
}
