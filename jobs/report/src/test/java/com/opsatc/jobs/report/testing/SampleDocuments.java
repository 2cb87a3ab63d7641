package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.ReportInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Documents of a believable tenant with two processes: what a report looks like on a working day. */
public final class SampleDocuments {
    static final LocalDate FIRST_WEEK = LocalDate.parse("2026-01-05");
    static final Window WINDOW = new Window(FIRST_WEEK, LocalDate.parse("2026-06-28"), "Europe/Berlin");

    private SampleDocuments() {}

    public static ReportInput twoProcesses() {
        return new ReportInput(
                new KpisDocument(header("kpis"), both(SampleKpis.orderToCash(), SampleKpis.incident())),
                new EdgesDocument(
                        header("edges"),
                        List.of(
                                SampleProcess.orderToCash()
                                        .withCaveats(
                                                List.of("It rests on the order of events, of which little is known.")),
                                SampleProcess.incident())),
                new VariantsDocument(
                        header("variants"), List.of(SampleProcess.orderVariants(), SampleProcess.incidentVariants())),
                new BottlenecksDocument(
                        header("bottlenecks"),
                        both(SampleProcess.orderBottlenecks(), SampleProcess.incidentBottlenecks())),
                new WaitingDocument(header("waiting"), SampleWaiting.both()),
                new AgeingDocument(header("ageing"), SampleAgeing.both()),
                new RulesDocument(header("rules"), List.of()),
                new FindingsDocument(header("findings"), SampleFindings.all(), SampleFindings.notSupported()),
                SampleAdvice.document(),
                SampleQuality.document(),
                new DefinitionsDocument(header("definitions"), SampleKpis.definitions()));
    }

    /** One process only, with what every section of the page can show. */
    public static ReportInput oneProcess() {
        ReportInput both = twoProcesses();

        return new ReportInput(
                new KpisDocument(
                        header("kpis"),
                        both(SampleKpis.incident(), SampleKpis.orderToCash().subList(2, 3))),
                new EdgesDocument(header("edges"), List.of(SampleProcess.incident())),
                new VariantsDocument(header("variants"), List.of(SampleProcess.incidentVariants())),
                new BottlenecksDocument(header("bottlenecks"), SampleProcess.incidentBottlenecks()),
                new WaitingDocument(header("waiting"), List.of(SampleWaiting.incident())),
                new AgeingDocument(header("ageing"), List.of(SampleAgeing.incident())),
                new RulesDocument(header("rules"), SampleRules.incident()),
                new FindingsDocument(
                        header("findings"),
                        SampleFindings.all().stream()
                                .filter(finding -> finding.process().equals("incident"))
                                .toList(),
                        SampleFindings.notSupported()),
                new RecommendationsDocument(header("recommendations"), List.of(), List.of(), List.of()),
                both.quality(),
                both.definitions());
    }

    /** A run that found nothing to read: every list is empty. */
    public static ReportInput empty() {
        return new ReportInput(
                new KpisDocument(header("kpis"), List.of()),
                new EdgesDocument(header("edges"), List.of()),
                new VariantsDocument(header("variants"), List.of()),
                new BottlenecksDocument(header("bottlenecks"), List.of()),
                new WaitingDocument(header("waiting"), List.of()),
                new AgeingDocument(header("ageing"), List.of()),
                new RulesDocument(header("rules"), List.of()),
                new FindingsDocument(header("findings"), List.of(), List.of()),
                new RecommendationsDocument(header("recommendations"), List.of(), List.of(), List.of()),
                new com.opsatc.contract.document.QualityDocument(
                        header("quality"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                new DefinitionsDocument(header("definitions"), List.of()));
    }

    public static DocumentHeader header(String document) {
        return new DocumentHeader(
                "https://opsatc.com/schemas/" + document + "/1.0.0",
                "1.0.0",
                new TenantId("acme"),
                "9f86d081884c7d65",
                LocalDate.parse("2026-06-30"),
                "Europe/Berlin",
                "opsatc 0.1.0",
                new TreeMap<>(Map.of("incident", "IT incidents")));
    }

    static Evidence evidence(String id, String system, long rows) {
        List<Citation> sample = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, 10); i++) {
            String key = i % 3 == 2 ? null : "Order " + (4711 + i / 3) + " / Line " + 10 * (1 + i % 3);
            sample.add(new Citation(system, Sha256.of(system + i / 3), 12 + 37L * i, key));
        }

        return new Evidence("evidence/" + id + ".arrow", rows, /* censored= */ null, Sha256.of(id), sample);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);

        return all;
    }
}
