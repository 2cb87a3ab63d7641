package com.opsatc.process.context;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.ContextFile.Fact;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.SchemaFile;
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
    private static final Evidence EVIDENCE =
            new Evidence("evidence/x.arrow", 7, Sha256.of("rows"), List.of(new Citation("sap", Sha256.of("file"), 3)));

    private SampleContext() {}

    /** With a file that was refused, of another process. */
    static ContextFile file(String from, String to) {
        return file(from, to, Map.of("q", 1L));
    }

    /** @param refused by process, how many files were refused whole */
    static ContextFile file(String from, String to, Map<String, Long> refused) {
        KpiValue cycle = new KpiValue(
                "K-p-cycle-time",
                "p",
                new DefinitionRef("cycle-time", 1),
                "Cycle time",
                KpiState.MEASURED,
                null,
                Unit.MICROSECONDS,
                Direction.LOWER_IS_BETTER,
                Aggregation.MEDIAN,
                days("6.2"),
                Map.of(
                        FigureName.MEAN, days("7.5"),
                        FigureName.P50, days("6.2"),
                        FigureName.P90, days("14"),
                        FigureName.REOPENED_COUNT, new BigDecimal("21")),
                1234,
                List.of(new Excluded("no-start", 3)),
                12L,
                new Interval(new BigDecimal("0.95"), days("6"), days("6.5"), "order-statistic"),
                WINDOW,
                List.of(),
                EVIDENCE);
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
        return new Finding(
                "F-p-001",
                FindingKind.BOTTLENECK,
                "p",
                1,
                new DefinitionRef("bottleneck-recoverable-time", 1),
                List.of(from, to),
                "From {subject.1} to {subject.2}, time could be recovered.",
                days("163"),
                Unit.MICROSECONDS,
                Aggregation.SUM_ABOVE_P25,
                null,
                WINDOW,
                321,
                Map.of(
                        FigureName.CASES, new BigDecimal("300"),
                        FigureName.P50_US, new BigDecimal("7200000000"),
                        FigureName.TARGET_US, new BigDecimal("3600000000"),
                        FigureName.SHARE, new BigDecimal("0.380000")),
                0,
                List.of("Associated with, not caused by."),
                EVIDENCE);
    }

    private static Finding kpiShift() {
        return new Finding(
                "F-p-002",
                FindingKind.KPI_SHIFT,
                "p",
                2,
                new DefinitionRef("kpi-shift", 1),
                List.of("K-p-otif-line"),
                "{subject.1} fell.",
                new BigDecimal("0.84"),
                Unit.RATIO,
                Aggregation.SHARE,
                new Interval(new BigDecimal("0.95"), new BigDecimal("0.78"), new BigDecimal("0.88"), "wilson"),
                SHIFTED,
                200,
                Map.of(
                        FigureName.AFTER, new BigDecimal("0.84"),
                        FigureName.BEFORE, new BigDecimal("0.90"),
                        FigureName.BEFORE_LOW, new BigDecimal("0.89"),
                        FigureName.BEFORE_HIGH, new BigDecimal("0.91"),
                        FigureName.CHANGE, new BigDecimal("-0.06"),
                        FigureName.CHANGE_LOW, new BigDecimal("-0.09"),
                        FigureName.CHANGE_HIGH, new BigDecimal("-0.02"),
                        FigureName.N_BEFORE, new BigDecimal("700"),
                        FigureName.WEEKS_AFTER, new BigDecimal("5"),
                        FigureName.WEEKS_BEFORE, new BigDecimal("12")),
                10,
                List.of(),
                EVIDENCE);
    }

    private static Finding edgeShift(String id, String from, String to) {
        return new Finding(
                id,
                FindingKind.EDGE_SHIFT,
                "p",
                3,
                new DefinitionRef("edge-shift", 1),
                List.of(from, to),
                "The median time from {subject.1} to {subject.2} rose.",
                new BigDecimal("10800000000"),
                Unit.MICROSECONDS,
                Aggregation.MEDIAN,
                null,
                SHIFTED,
                40,
                Map.of(FigureName.CHANGE_RATIO, new BigDecimal("0.500000")),
                10,
                List.of(),
                EVIDENCE);
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
