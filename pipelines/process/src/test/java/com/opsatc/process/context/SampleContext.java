package com.opsatc.process.context;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.ContextFile.Fact;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.process.testing.RealData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The context file of a process with two KPIs, one of them not measured, and a finding of each kind. */
final class SampleContext {
    /** What each sentence about the bottleneck begins with. */
    static final String STEP = "The time from {L1} to {L2} of process Sales orders, 2026-03-02 to 2026-03-29: ";

    private static final Definitions DEFINITIONS =
            Definitions.load(RealData.conf().resolve("definitions"));
    private static final Window WINDOW = new Window(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 29), "UTC");
    private static final Window SHIFTED = new Window(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 29), "UTC");
    private static final Evidence EVIDENCE = new Evidence(
            "evidence/x.arrow",
            7,
            /* censored= */ null,
            Sha256.of("rows"),
            List.of(new Citation("sap", Sha256.of("file"), 3)));

    private SampleContext() {}

    /** With a file that was refused, of another process. */
    static ContextFile file(String from, String to) {
        return file(from, to, Map.of("q", 1L));
    }

    /** @param refused by process, how many files were refused whole */
    static ContextFile file(String from, String to, Map<String, Long> refused) {
        KpiValue cycle = KpiValueBuilder.builder()
                .id("K-p-cycle-time")
                .process("p")
                .definition(new DefinitionRef("cycle-time", 1))
                .title("Cycle time")
                .state(KpiState.MEASURED)
                .unit(Unit.MICROSECONDS)
                .direction(Direction.LOWER_IS_BETTER)
                .aggregation(Aggregation.MEDIAN)
                .value(days("6.2"))
                .companions(Map.of(
                        FigureName.MEAN, days("7.5"),
                        FigureName.P50, days("6.2"),
                        FigureName.P90, days("14"),
                        FigureName.REOPENED_COUNT, new BigDecimal("21")))
                .n(1234)
                .excluded(List.of(new Excluded("no-start", 3)))
                .open(12L)
                .interval(new Interval(new BigDecimal("0.95"), days("6"), days("6.5"), "order-statistic"))
                .window(WINDOW)
                .evidence(EVIDENCE)
                .build();
        KpiValue otif =
                KpiValue.notMeasured("K-p-otif-line", "p", DEFINITIONS.require("otif-line"), "No delivered quantity.");
        return ContextFiles.of(
                header(),
                List.of(cycle, otif),
                List.of(bottleneck(from, to), kpiShift(), edgeShift("F-p-003", to, from)),
                refused);
    }

    /** Of steps that took longer in one week, as many as {@code others} and one, then the bottleneck. */
    static ContextFile together(int others) {
        Finding lead = edgeShift("F-p-009", "Create order", "Pack");
        List<Finding> members = IntStream.rangeClosed(2, others + 1)
                .mapToObj(i -> edgeShift("F-p-009-" + i, "Pack", "Ship " + (char) ('a' + i)))
                .toList();
        return ContextFiles.of(
                header(),
                List.of(),
                List.of(lead.leading("Steps took longer.", members), bottleneck("Create order", "Pack")),
                Map.of());
    }

    /** Of a share that fell by six points: seven by a material of which there is more, which has fewer on time. */
    static ContextFile divided(String value) {
        ChangeSplit split = new ChangeSplit(
                "material",
                Aggregation.SHARE,
                new BigDecimal("0.90"),
                new BigDecimal("0.84"),
                new BigDecimal("-0.05"),
                new BigDecimal("-0.01"),
                /* knownFromStart= */ false,
                List.of(
                        segment(SplitSegment.Kind.VALUE, value, "-0.05", "-0.02"),
                        segment(SplitSegment.Kind.OTHER, null, "0", "0.01")));
        return ContextFiles.of(
                header(),
                List.of(),
                List.of(FindingBuilder.builder(kpiShift()).why(List.of(split)).build()),
                Map.of());
    }

    private static SplitSegment segment(SplitSegment.Kind kind, String value, String mix, String rate) {
        return new SplitSegment(
                kind,
                value,
                350,
                100,
                new BigDecimal("0.9"),
                new BigDecimal("0.8"),
                new BigDecimal(mix),
                new BigDecimal(rate));
    }

    /** With these rules and nothing else. */
    static ContextFile ruled(List<RuleFigures> rules) {
        return ContextFiles.of(
                header(),
                List.of(),
                List.of(),
                new RecommendationsDocument(header(), List.of(), List.of(), List.of()),
                new ContextFiles.Rules(
                        rules, DEFINITIONS.require("declared-rule").ref()),
                Map.of(),
                Map.of());
    }

    private static DocumentHeader header() {
        return new DocumentHeader(
                SchemaFile.CONTEXT.id(),
                SchemaFile.CONTEXT.version(),
                new TenantId("acme"),
                "0123456789abcdef",
                LocalDate.of(2026, 3, 29),
                "UTC",
                "opsatc test",
                new TreeMap<>(Map.of("p", "Sales orders")));
    }

    private static Finding bottleneck(String from, String to) {
        return FindingBuilder.builder()
                .id("F-p-001")
                .kind(FindingKind.BOTTLENECK)
                .process("p")
                .rank(1)
                .definition(new DefinitionRef("bottleneck-recoverable-time", 1))
                .subjects(List.of(from, to))
                .statement("From {subject.1} to {subject.2}, time could be recovered.")
                .value(days("163"))
                .unit(Unit.MICROSECONDS)
                .aggregation(Aggregation.SUM_ABOVE_P25)
                .window(WINDOW)
                .n(321)
                .facts(Map.of(
                        FigureName.CASES, new BigDecimal("300"),
                        FigureName.P50_US, new BigDecimal("7200000000"),
                        FigureName.TARGET_US, new BigDecimal("3600000000"),
                        FigureName.SHARE, new BigDecimal("0.380000")))
                .testsInFamily(0)
                .caveats(List.of("Associated with, not caused by."))
                .evidence(EVIDENCE)
                .build();
    }

    private static Finding kpiShift() {
        return FindingBuilder.builder()
                .id("F-p-002")
                .kind(FindingKind.KPI_SHIFT)
                .process("p")
                .rank(2)
                .definition(new DefinitionRef("kpi-shift", 1))
                .subjects(List.of("K-p-otif-line"))
                .statement("{subject.1} fell.")
                .value(new BigDecimal("0.84"))
                .unit(Unit.RATIO)
                .aggregation(Aggregation.SHARE)
                .interval(
                        new Interval(new BigDecimal("0.95"), new BigDecimal("0.78"), new BigDecimal("0.88"), "wilson"))
                .window(SHIFTED)
                .n(200)
                .facts(Map.of(
                        FigureName.AFTER, new BigDecimal("0.84"),
                        FigureName.BEFORE, new BigDecimal("0.90"),
                        FigureName.BEFORE_LOW, new BigDecimal("0.89"),
                        FigureName.BEFORE_HIGH, new BigDecimal("0.91"),
                        FigureName.CHANGE, new BigDecimal("-0.06"),
                        FigureName.CHANGE_LOW, new BigDecimal("-0.09"),
                        FigureName.CHANGE_HIGH, new BigDecimal("-0.02"),
                        FigureName.N_BEFORE, new BigDecimal("700"),
                        FigureName.WEEKS_AFTER, new BigDecimal("5"),
                        FigureName.WEEKS_BEFORE, new BigDecimal("12")))
                .testsInFamily(10)
                .evidence(EVIDENCE)
                .build();
    }

    private static Finding edgeShift(String id, String from, String to) {
        return FindingBuilder.builder()
                .id(id)
                .kind(FindingKind.EDGE_SHIFT)
                .process("p")
                .rank(3)
                .definition(new DefinitionRef("edge-shift", 1))
                .subjects(List.of(from, to))
                .statement("The median time from {subject.1} to {subject.2} rose.")
                .value(new BigDecimal("10800000000"))
                .unit(Unit.MICROSECONDS)
                .aggregation(Aggregation.MEDIAN)
                .window(SHIFTED)
                .n(40)
                .facts(Map.of(FigureName.CHANGE_RATIO, new BigDecimal("0.500000")))
                .testsInFamily(10)
                .evidence(EVIDENCE)
                .build();
    }

    /** Sentences of a finding. */
    static List<String> texts(ContextFile file, int finding) {
        return file.findings().get(finding).facts().stream().map(Fact::text).toList();
    }

    private static BigDecimal days(String days) {
        return new BigDecimal(days)
                .multiply(BigDecimal.valueOf(86_400_000_000L))
                .setScale(0);
    }
}
