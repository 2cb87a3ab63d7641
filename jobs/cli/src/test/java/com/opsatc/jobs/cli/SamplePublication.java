package com.opsatc.jobs.cli;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.HeldOutCoverage;
import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.ageing.ProcessAgeingBuilder;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.BottleneckBuilder;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.Coverage;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.contract.rule.RuleBreach;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleKind;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.contract.rule.StatedRule;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.evidence.EvidenceRowBuilder;
import com.opsatc.evidence.EvidenceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents of a small made-up run: order-to-cash with three gaps of 1 h, 2 h and 6 h, whose median is 2 h and of which
 * 4.5 h lie above the first quartile of 1.5 h (0.5 h and 4.5 h: 5 h in all). File and activity names are hostile.
 */
public final class SamplePublication {
    public static final String KPI = "K-order-to-cash-cycle-time";
    public static final String UNMEASURED = "K-order-to-cash-otif-line";
    public static final String FINDING = "F-order-to-cash-001";
    public static final String MEMBER = "F-order-to-cash-001-2";
    static final String HOSTILE = "=cmd|'/c calc'!A1\u001b[2J";
    public static final Sha256 FILE = Sha256.of("extract");
    static final long HOUR = 3_600_000_000L;

    static final long OPEN = 2;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final Window WINDOW = new Window(MONDAY, MONDAY.plusDays(2), "UTC");

    private final TenantId tenant;
    private final Map<String, byte[]> documents = new TreeMap<>();

    public SamplePublication(TenantId tenant) {
        this.tenant = tenant;
        Evidence kpi = evidence(KPI, OPEN);
        put(
                Documents.KPIS.name(),
                new KpisDocument(header(SchemaFile.KPIS), List.of(SampleClaims.kpi(kpi), SampleClaims.unmeasured())));
        put(
                Documents.FINDINGS.name(),
                new FindingsDocument(
                        header(SchemaFile.FINDINGS),
                        List.of(SampleClaims.finding(FINDING, evidence(FINDING, 0))
                                .leading(
                                        "2 steps took longer.",
                                        List.of(SampleClaims.finding(MEMBER, evidence(MEMBER, 0))))),
                        List.of(new FindingsDocument.NotSupported(
                                "order-to-cash", FindingKind.KPI_SHIFT, 4, "no shift"))));
        put(
                Documents.DEFINITIONS.name(),
                new DefinitionsDocument(
                        header(SchemaFile.DEFINITIONS),
                        List.of(
                                SampleClaims.definition("bottleneck-recoverable-time", Aggregation.SUM_ABOVE_P25),
                                SampleClaims.definition("cycle-time", Aggregation.MEDIAN),
                                SampleClaims.definition("otif-line", Aggregation.SHARE))));
        put(
                Documents.RECOMMENDATIONS.name(),
                new RecommendationsDocument(header(SchemaFile.RECOMMENDATIONS), List.of(), List.of(), List.of()));
        put(Documents.EDGES.name(), edges());
        put(Documents.VARIANTS.name(), variants());
        put(Documents.BOTTLENECKS.name(), bottlenecks());
        put(Documents.WAITING.name(), waiting());
        put(Documents.AGEING.name(), ageing());
        put(Documents.RULES.name(), rules());
        put(Documents.QUALITY.name(), quality());
        documents.put(Documents.CONTEXT.name(), context());
        documents.put(Documents.REPORT.name(), "<!doctype html><title>r</title>".getBytes(StandardCharsets.UTF_8));
    }

    public Map<String, byte[]> documents() {
        return documents;
    }

    private DocumentHeader header(SchemaFile schema) {
        return new DocumentHeader(
                schema.id(), schema.version(), tenant, "0123456789abcdef", MONDAY.plusDays(2), "UTC", "opsatc 0.1.0");
    }

    private void put(String name, Object document) {
        documents.put(name, CanonicalJson.write(document));
    }

    /** Three rows that count, and then those of members that are still open. */
    private Evidence evidence(String id, long open) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvidenceWriter writer = new EvidenceWriter(bytes, List.of(FILE))) {
            writer.add(EvidenceRowBuilder.builder()
                    .record("=o1")
                    .system("sap")
                    .file(FILE)
                    .row(1)
                    .key("=Order 1 / Line 10")
                    .toFile(FILE)
                    .toRow(2L)
                    .toKey("Delivery 80")
                    .date(MONDAY)
                    .contribution(HOUR)
                    .weight(1)
                    .build());
            writer.add(EvidenceRowBuilder.builder()
                    .record("o2")
                    .system("sap")
                    .file(FILE)
                    .row(3)
                    .date(MONDAY.plusDays(1))
                    .contribution(2 * HOUR)
                    .weight(1)
                    .build());
            writer.add(EvidenceRowBuilder.builder()
                    .record("o3")
                    .system("sap")
                    .file(FILE)
                    .row(5)
                    .toFile(FILE)
                    .toRow(6L)
                    .date(MONDAY.plusDays(2))
                    .contribution(6 * HOUR)
                    .weight(1)
                    .build());
            for (long row = 7; row < 7 + open; row++) {
                writer.add(EvidenceRowBuilder.builder()
                        .record("o" + row)
                        .system("sap")
                        .file(FILE)
                        .row(row)
                        .date(MONDAY.plusDays(2))
                        .contribution(HOUR)
                        .weight(1)
                        .censored(true)
                        .build());
            }
            Evidence evidence = writer.finish(Documents.evidence(id));
            documents.put(Documents.evidence(id), bytes.toByteArray());

            return evidence;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EdgesDocument edges() {
        Edge edge = EdgeBuilder.builder()
                .from("Create")
                .to(HOSTILE)
                .n(3)
                .cases(3)
                .sumUs(9 * HOUR)
                .meanUs(3 * HOUR)
                .p50Us(2 * HOUR)
                .p90Us(5 * HOUR)
                .minUs(HOUR)
                .maxUs(6 * HOUR)
                .overlapN(0)
                .overlapUs(0)
                .ties(0)
                .build();

        return new EdgesDocument(
                header(SchemaFile.EDGES),
                List.of(ProcessEdgesBuilder.builder()
                        .process("order-to-cash")
                        .caseNotion("order")
                        .view(LogView.ACTIVITY)
                        .cases(3)
                        .events(6)
                        .variants(2)
                        .edges(List.of(edge))
                        .activities(List.of(
                                new ActivityStats("Create", 3, 3, 0, 0, 0, 0),
                                new ActivityStats(HOSTILE, 3, 0, 3, 0, 0, 0)))
                        .build()));
    }

    private VariantsDocument variants() {
        Variant variant = new Variant(Sha256.of("variant"), List.of("Create", "Ship"), 2, 8 * HOUR);

        return new VariantsDocument(
                header(SchemaFile.VARIANTS),
                List.of(new ProcessVariants("order-to-cash", LogView.ACTIVITY, 3, 2, List.of(variant))));
    }

    private WaitingDocument waiting() {
        Interval interval =
                new Interval(new BigDecimal("0.95"), BigDecimal.ZERO, BigDecimal.valueOf(2 * HOUR), "bucket-bootstrap");
        CauseTime contention =
                new CauseTime(WaitCause.CONTENTION, HOUR, HOUR / 2, HOUR, interval, new BigDecimal("0.125000"));
        CauseTime of = new CauseTime(WaitCause.CONTENTION, HOUR, HOUR / 2, HOUR, null, null);
        return new WaitingDocument(
                header(SchemaFile.WAITING),
                List.of(
                        new ProcessWaiting(
                                "order-to-cash",
                                null,
                                null,
                                new Coverage(3, 0, 3, HOUR, 2 * HOUR, HOUR),
                                List.of(contention),
                                1,
                                List.of(new TransitionWaiting("Create", HOSTILE, 3, 2 * HOUR, HOUR, List.of(of)))),
                        ProcessWaiting.none("incident", "The log does not tell when work begins.")));
    }

    private AgeingDocument ageing() {
        AgedCase late = new AgedCase(
                HOSTILE,
                LocalDate.of(2026, 3, 2),
                48 * HOUR,
                "Create",
                LocalDate.of(2026, 3, 3),
                true,
                null,
                new Citation("sap", FILE, 3));
        Interval interval = new Interval(new BigDecimal("0.9"), new BigDecimal("0.1"), new BigDecimal("0.5"), "wilson");
        AgedCase atRisk = new AgedCase(
                "4712",
                LocalDate.of(2026, 3, 4),
                HOUR,
                "Create",
                LocalDate.of(2026, 3, 4),
                false,
                new MissedDates(10, 40, new BigDecimal("0.250000"), interval),
                new Citation("sap", FILE, 1));
        return new AgeingDocument(
                header(SchemaFile.AGEING),
                List.of(
                        ProcessAgeingBuilder.builder()
                                .process("order-to-cash")
                                .open(2L)
                                .closed(1L)
                                .classes(List.of(
                                        new ProcessAgeing.AgeCount(0, 1, 0), new ProcessAgeing.AgeCount(1, 1, 1)))
                                .target(new ProcessAgeing.Target(30 * HOUR, 1))
                                .heldOut(new HeldOutCoverage(20, 40, 300, new BigDecimal("36.250000"), true))
                                .oldest(List.of(late, atRisk))
                                .atRisk(List.of(atRisk))
                                .build(),
                        ProcessAgeing.none("incident", "The connector names nothing that ends a case.")));
    }

    private RulesDocument rules() {
        Citation order = new Citation("sap", Sha256.of("orders"), 7, HOSTILE);
        return new RulesDocument(
                header(SchemaFile.RULES),
                List.of(
                        new RuleFigures(
                                new StatedRule(
                                        "order-to-cash",
                                        "shipped-in-time",
                                        null,
                                        RuleKind.RESPONSE,
                                        "After Create comes Ship within 2 days",
                                        List.of("Create"),
                                        List.of("Ship")),
                                ClockUsed.WALL,
                                null,
                                new RuleTotals(3, 3, 1, 1, 3, 1, 1, 1, 0, 1, 0),
                                new BigDecimal("0.500000"),
                                new Interval(
                                        new BigDecimal("0.95"),
                                        new BigDecimal("0.094531"),
                                        new BigDecimal("0.905469"),
                                        "wilson"),
                                new DurationFigures(1, HOUR, HOUR, HOUR, HOUR),
                                List.of(),
                                List.of(new RuleBreach(HOSTILE, 0, order, order, HOUR))),
                        RuleFigures.notTested(
                                new StatedRule(
                                        "order-to-cash",
                                        "billed-once",
                                        null,
                                        RuleKind.ABSENCE,
                                        "No case has Bill more than once",
                                        List.of("Bill"),
                                        List.of()),
                                "No event of activity 'Bill' was seen, so that the rule was not tested.")));
    }

    private BottlenecksDocument bottlenecks() {
        return new BottlenecksDocument(
                header(SchemaFile.BOTTLENECKS),
                List.of(BottleneckBuilder.builder()
                        .process("order-to-cash")
                        .rank(1)
                        .from("Create")
                        .to(HOSTILE)
                        .measure(GapMeasure.INTER_COMPLETION)
                        .n(3)
                        .cases(3)
                        .recoverableUs(5 * HOUR)
                        .targetUs(HOUR + HOUR / 2)
                        .p50Us(2 * HOUR)
                        .p90Us(5 * HOUR)
                        .meanUs(3 * HOUR)
                        .share(BigDecimal.ONE.setScale(6))
                        .findingId(FINDING)
                        .build()),
                List.of(),
                List.of(),
                List.of(new UnusualStep(
                        "order-to-cash",
                        "Create",
                        HOSTILE,
                        40,
                        2 * HOUR,
                        0,
                        0,
                        30 * HOUR,
                        1,
                        List.of(new UnusualStep.Passage(
                                48 * HOUR, new Citation("sap", FILE, 1), new Citation("sap", FILE, 2))))));
    }

    private QualityDocument quality() {
        return new QualityDocument(
                header(SchemaFile.QUALITY),
                List.of(new FileQuality("sap", "orders", FILE, HOSTILE, FileQuality.ADMITTED, null, 100, 10, 7, 2, 1)),
                List.of(new QualityDocument.QuarantineCount(
                        "sap", "orders", "type:at", 2, List.of(new Citation("sap", FILE, 4)))),
                List.of(new QualityDocument.RuleOutcome("sap", "orders", "IsComplete \"id\"", "passed", "1.0")),
                List.of(new QualityDocument.LogCheck("order-to-cash", "ties", 0, 6)),
                List.of(new StreamQuality(
                        "sap",
                        "orders",
                        StreamQuality.DELIVERY,
                        2,
                        2,
                        Map.of(StreamQuality.DELIVERY, 3L),
                        1,
                        null,
                        0,
                        "add",
                        List.of(new StreamQuality.SupersededFile(FILE, HOSTILE, FILE, 4)),
                        0)),
                List.of(new MappingCount(
                        "sap",
                        "orders",
                        "event 1, Create order",
                        7,
                        3,
                        3,
                        List.of(new Excluded(MappingCount.NO_CASE, 4)),
                        List.of(new MappingCount.JoinCount("lines", 4, 0, false)))),
                List.of(new QualityDocument.OrderCheck("order-to-cash", "case", "Create order", "Ship", 1, 3)),
                List.of(
                        new QualityDocument.LawCheck(Law.ROWS, "sap", 2),
                        new QualityDocument.LawCheck(Law.FLOW, "order-to-cash", 8),
                        new QualityDocument.LawCheck(Law.VARIANTS, "order-to-cash", 2),
                        new QualityDocument.LawCheck(Law.WORK, "order-to-cash", 0),
                        new QualityDocument.LawCheck(Law.WAITING_CAUSES, "order-to-cash", 5),
                        new QualityDocument.LawCheck(Law.QUEUES, "order-to-cash", 0),
                        new QualityDocument.LawCheck(Law.OPEN_CASES, "order-to-cash", 1),
                        new QualityDocument.LawCheck(Law.MEMBERS, "order-to-cash", 3)));
    }

    private byte[] context() {
        return """
            {"budget":{"dropped_findings":0,"token_estimate":42},"findings":[],"freshness":{"max_age_hours":48},\
            "header":%s,"kpis":[{"caveats":[],"citation_total":3,"citations":[{"file":"%s","key":"{L2}","row":1,"system":"sap"}],\
            "definition":{"id":"cycle-time","version":1},"facts":[{"direction":"lower-is-better","display":"2 h",\
            "id":"%s.value","n":3,"no_interval":"It has too few members for one.","text":"From {L1} on, the median cycle time is 2 h.",\
            "trend":"not-measured","unit":"us","value":7200000000}],"id":"%s","kind":"kpi",\
            "token_estimate":20}],"labels":[{"id":"L1","text":"Create","trust":"tenant-data"},\
            {"id":"L2","text":"VBELN 4711","trust":"tenant-data"}],"not_measured":[],"not_recommended":[],"recommendations":[],\
            "sanitised":{"labels":0},"window":{"from":"2026-03-02","to":"2026-03-04","zone":"UTC"}}\
            """.formatted(
                        new String(CanonicalJson.write(header(SchemaFile.CONTEXT)), StandardCharsets.UTF_8),
                        FILE,
                        KPI,
                        KPI)
                .getBytes(StandardCharsets.UTF_8);
    }
}
