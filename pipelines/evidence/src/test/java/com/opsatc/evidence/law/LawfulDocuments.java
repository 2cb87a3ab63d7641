package com.opsatc.evidence.law;

import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.ageing.ProcessAgeing.AgeCount;
import com.opsatc.contract.ageing.ProcessAgeingBuilder;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.AllMembers;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.claim.MemberKind;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.Coverage;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.document.WaitingQueue;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Documents of a run of two cases, A B B and A, that keep every law; each part can be planted with another.
 *
 * <p>By hand: A twice, B twice; A to B and B to B once each; both cases start with A; one ends with B, one with A. The first B starts 2 µs after A
 * and the second 3 µs after the first: 5 µs of waiting, 4 of it in the first week and 1 in the next, with which the second B begins; each
 * takes 1 µs. The second case is left out of the KPI; a third row was kept out.
 */
final class LawfulDocuments {
    static final String PROCESS = "order-to-cash";
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Sha256 DIGEST = Sha256.of("x");

    FileQuality file = file(5, 4, 1, 0);
    long reasons = 1;
    MappingCount mapping = new MappingCount("sap", "orders", "event 1", 4, 4, 4, List.of(), List.of());
    ProcessEdges view = view();
    Variant variant = new Variant(DIGEST, List.of("A", "B", "B"), 1, 8);
    long variants = 2;
    Coverage coverage = new Coverage(2, 0, 2, 4, 5, 5);
    CauseTime cause = cause(5);
    TransitionWaiting transition = new TransitionWaiting("A", "B", 1, 2, 2, List.of(cause(2)));
    WaitingQueue.Week first = week(DAY, 0, 2, 1, 4, 5, 0);
    WaitingQueue.Week next = week(DAY.plusWeeks(1), 1, 0, 1, 1, 0, 1);
    long queued = 2;
    ProcessAgeing ageing = ageing(0, 0, 2);
    KpiValue kpi = kpi();

    DocumentSet set() {
        return new DocumentSet()
                .with(Documents.KPIS, new KpisDocument(header(SchemaFile.KPIS), List.of(kpi)))
                .with(Documents.EDGES, new EdgesDocument(header(SchemaFile.EDGES), List.of(view)))
                .with(
                        Documents.VARIANTS,
                        new VariantsDocument(
                                header(SchemaFile.VARIANTS),
                                List.of(new ProcessVariants(
                                        PROCESS,
                                        view.view(),
                                        2,
                                        variants,
                                        List.of(variant, new Variant(Sha256.of("y"), List.of("A"), 1, 1))))))
                .with(
                        Documents.WAITING,
                        new WaitingDocument(
                                header(SchemaFile.WAITING),
                                List.of(new ProcessWaiting(
                                        PROCESS,
                                        null,
                                        null,
                                        coverage,
                                        List.of(cause),
                                        2,
                                        List.of(
                                                transition,
                                                new TransitionWaiting("B", "B", 1, 3, 3, List.of(cause(3)))),
                                        queue(null, queued),
                                        1L,
                                        List.of(queue("B", 2))))))
                .with(Documents.AGEING, new AgeingDocument(header(SchemaFile.AGEING), List.of(ageing)))
                .with(
                        Documents.QUALITY,
                        new QualityDocument(
                                header(SchemaFile.QUALITY),
                                List.of(file),
                                List.of(new QuarantineCount("sap", "orders", "type:at", reasons, List.of())),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(mapping),
                                List.of()));
    }

    private WaitingQueue queue(String activity, long n) {
        return new WaitingQueue(activity, n, 5, null, null, null, List.of(first, next));
    }

    /** The open cases are all of one class of age. */
    static ProcessAgeing ageing(long open, long ofClass, long closed) {
        return ProcessAgeingBuilder.builder()
                .process(PROCESS)
                .open(open)
                .closed(closed)
                .classes(List.of(new AgeCount(0, ofClass, 0), new AgeCount(1, 0, 0)))
                .oldest(List.of())
                .atRisk(List.of())
                .build();
    }

    static WaitingQueue.Week week(
            LocalDate week, long length, long arrived, long started, long areaUs, long waitUs, long remainingUs) {
        return new WaitingQueue.Week(week, length, arrived, started, areaUs, waitUs, remainingUs);
    }

    static FileQuality file(long read, long admitted, long quarantined, long duplicate) {
        return new FileQuality(
                "sap",
                "orders",
                DIGEST,
                "o.csv",
                FileQuality.ADMITTED,
                null,
                9,
                read,
                admitted,
                quarantined,
                duplicate);
    }

    static CauseTime cause(long us) {
        return new CauseTime(WaitCause.EXTRANEOUS, us, us, us, null, null);
    }

    static Edge edge(String from, String to, long n) {
        return EdgeBuilder.builder().from(from).to(to).n(n).cases(1).build();
    }

    static ActivityStats activity(String name, long done, long starts, long ends, long workUs) {
        return new ActivityStats(name, done, starts, ends, 0, 0, 0, new DurationFigures(done, workUs, 1, 1, 1));
    }

    private static ProcessEdges view() {
        return ProcessEdgesBuilder.builder()
                .process(PROCESS)
                .caseNotion("order")
                .view(LogView.ACTIVITY_INSTANCE)
                .cases(2)
                .events(4)
                .variants(2)
                .edges(List.of(edge("A", "B", 1), edge("B", "B", 1)))
                .activities(List.of(activity("A", 2, 2, 1, 2), activity("B", 2, 0, 1, 2)))
                .times(new WorkTimes(4, 4, 0, 4, 5, 9L))
                .build();
    }

    private static KpiValue kpi() {
        return KpiValueBuilder.builder()
                .id("K-order-to-cash-cycle-time")
                .process(PROCESS)
                .definition(new DefinitionRef("cycle-time", 1))
                .title("Cycle time")
                .state(KpiState.LOW_N)
                .unit(Unit.MICROSECONDS)
                .direction(Direction.LOWER_IS_BETTER)
                .aggregation(Aggregation.MEDIAN)
                .value(BigDecimal.TEN)
                .companions(Map.of())
                .n(1)
                .excluded(List.of(new Excluded("negative-duration", 1)))
                .open(0L)
                .window(new Window(DAY, DAY, "UTC"))
                .series(List.of(new SeriesPoint(DAY, 1, BigDecimal.TEN, false)))
                .evidence(new Evidence("evidence/k.arrow", 1, 0L, DIGEST, List.of(new Citation("sap", DIGEST, 1))))
                .members(new AllMembers(MemberKind.CASE, 2))
                .build();
    }

    static DocumentHeader header(SchemaFile schema) {
        return new DocumentHeader(
                schema.id(), schema.version(), new TenantId("acme"), "9f86d081884c7d65", DAY, "UTC", "opsatc 0.1.0");
    }
}
