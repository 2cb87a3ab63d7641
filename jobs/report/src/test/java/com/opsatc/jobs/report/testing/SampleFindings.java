package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Findings of the sample tenant. */
final class SampleFindings {
    private static final List<String> TARGET = List.of("The target is the 25th percentile of the transition itself.");

    private SampleFindings() {}

    static List<Finding> all() {
        return List.of(
                bottleneck(
                        "F-order-to-cash-001",
                        "order-to-cash",
                        1,
                        "Credit check",
                        "Release order",
                        "sap",
                        1105,
                        "112320000000000",
                        "0.381204"),
                FindingBuilder.builder()
                        .id("F-order-to-cash-002")
                        .kind(FindingKind.KPI_SHIFT)
                        .process("order-to-cash")
                        .rank(2)
                        .definition(new DefinitionRef("on-time-line", 1))
                        .subjects(List.of("K-order-to-cash-on-time-line"))
                        .statement("{subject.1} fell, and stayed down for eight weeks in a row.")
                        .value(new BigDecimal("0.829870"))
                        .unit(Unit.RATIO)
                        .aggregation(Aggregation.SHARE)
                        .interval(SampleKpis.interval("0.801230", "0.854410", "wilson"))
                        .window(new Window(
                                LocalDate.parse("2026-05-04"), LocalDate.parse("2026-06-28"), "Europe/Berlin"))
                        .n(771)
                        .facts(Map.of(
                                FigureName.BEFORE,
                                new BigDecimal("0.911240"),
                                FigureName.AFTER,
                                new BigDecimal("0.829870")))
                        .testsInFamily(6)
                        .caveats(List.of("A shift says when, not why."))
                        .evidence(SampleDocuments.evidence("F-order-to-cash-002", "sap", 771))
                        .build(),
                bottleneck(
                        "F-order-to-cash-003",
                        "order-to-cash",
                        3,
                        "Pick goods",
                        "Post goods issue",
                        "sap",
                        1180,
                        "41472000000000",
                        "0.140750"),
                bottleneck(
                        "F-incident-001",
                        "incident",
                        1,
                        "Assign to group",
                        "Work in progress",
                        "servicenow",
                        2950,
                        "98496000000000",
                        "0.452110"),
                FindingBuilder.builder()
                        .id("F-incident-002")
                        .kind(FindingKind.KPI_SHIFT)
                        .process("incident")
                        .rank(2)
                        .definition(new DefinitionRef("exception-mttr", 1))
                        .subjects(List.of("K-incident-exception-mttr"))
                        .statement("{subject.1} rose by half and has not come back.")
                        .value(new BigDecimal("85680000000"))
                        .unit(Unit.MICROSECONDS)
                        .aggregation(Aggregation.MEDIAN)
                        .interval(SampleKpis.interval("81000000000", "90000000000", "order-statistic"))
                        .window(new Window(
                                LocalDate.parse("2026-04-20"), LocalDate.parse("2026-06-28"), "Europe/Berlin"))
                        .n(1290)
                        .facts(Map.of(
                                FigureName.BEFORE,
                                new BigDecimal("57240000000"),
                                FigureName.AFTER,
                                new BigDecimal("85680000000")))
                        .testsInFamily(4)
                        .evidence(SampleDocuments.evidence("F-incident-002", "servicenow", 1290))
                        .build());
    }

    static List<NotSupported> notSupported() {
        return List.of(
                new NotSupported(
                        "order-to-cash",
                        FindingKind.EDGE_SHIFT,
                        14,
                        "No weekly median of a transition clears the threshold."),
                new NotSupported(
                        "incident",
                        FindingKind.EDGE_SHIFT,
                        9,
                        "No weekly median of a transition clears the threshold."));
    }

    private static Finding bottleneck(
            String id,
            String process,
            int rank,
            String from,
            String to,
            String system,
            long n,
            String us,
            String share) {
        BigDecimal value = new BigDecimal(us);
        Interval interval = new Interval(
                new BigDecimal("0.95"),
                value.multiply(new BigDecimal("0.93")),
                value.multiply(new BigDecimal("1.06")),
                "bucket-bootstrap");

        return FindingBuilder.builder()
                .id(id)
                .kind(FindingKind.BOTTLENECK)
                .process(process)
                .rank(rank)
                .definition(new DefinitionRef("bottleneck-recoverable-time", 1))
                .subjects(List.of(from, to))
                .statement("The step from {subject.1} to {subject.2} holds the most recoverable time of the process.")
                .value(value)
                .unit(Unit.MICROSECONDS)
                .aggregation(Aggregation.SUM_ABOVE_P25)
                .interval(interval)
                .window(SampleDocuments.WINDOW)
                .n(n)
                .facts(Map.of(
                        FigureName.P50_US,
                        new BigDecimal("93600000000"),
                        FigureName.P90_US,
                        new BigDecimal("331200000000"),
                        FigureName.SHARE,
                        new BigDecimal(share),
                        FigureName.CASES,
                        BigDecimal.valueOf(n - 12)))
                .testsInFamily(0)
                .caveats(TARGET)
                .evidence(SampleDocuments.evidence(id, system, n))
                .build();
    }
}
