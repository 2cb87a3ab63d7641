package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.FindingScope;
import com.opsatc.connector.Wait;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.BottleneckBuilder;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.OutOfScopeWait;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.process.bottleneck.Bottlenecks;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.kpi.Kpis;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.MemorySink;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final int WEEK = 13;

    private static final MemorySink SLOW_SINK = new MemorySink();
    private static final OrderShop SLOW = OrderShop.slowAfter(3, WEEK);
    private static Findings.Found slow;

    private final MemorySink sink = new MemorySink();

    @BeforeAll
    static void findInSlowShop() {
        slow = find(SLOW, SLOW_SINK);
    }

    @Test
    void of_slowStep_statesItsShiftFirstAndTheBottlenecksAfter() {
        Findings.Found found = slow;

        assertThat(found.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.EDGE_SHIFT)
                .singleElement()
                .satisfies(shift -> {
                    assertThat(shift.subjects()).containsExactly("Pack", "Ship");
                    assertThat(shift.window().from()).isEqualTo(OrderShop.monday(WEEK));
                    assertThat(shift.facts().get(FigureName.CHANGE_RATIO))
                            .isBetween(new BigDecimal("1.2"), new BigDecimal("1.8"));
                    assertThat(shift.facts().get(FigureName.AFTER)).isEqualTo(shift.value());
                    assertThat(shift.statement())
                            .matches("The median time from \\{subject\\.1} to \\{subject\\.2} rose from [0-9.]+ h to"
                                    + " [0-9.]+ [hd] in the week of 2026-04-06 and stayed there\\.");
                    assertThat(shift.interval().method()).isEqualTo("order-statistic");
                    assertThat(shift.testsInFamily()).isPositive();
                });
        assertThat(found.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.BOTTLENECK)
                .extracting(Finding::subjects)
                .startsWith(List.of("Pack", "Ship"));
        // It takes longer from week 13 of 26 on: the last eight of the weeks that can be compared all lie above those
        // before.
        assertThat(found.bottlenecks().get(0).trend()).isEqualTo(Trend.WORSENED);
        assertThat(found.findings().stream()
                        .filter(finding -> finding.trend() == Trend.WORSENED)
                        .map(Finding::statement))
                .singleElement()
                .asString()
                .endsWith(
                        "of that time of all steps. In the latest eight weeks its median was above what it was before,"
                                + " each time.");
        assertThat(found.findings()).extracting(Finding::rank).isSorted();
        assertThat(found.findings().get(0).id()).isEqualTo("F-process-001");
        assertThat(found.findings().get(0).kind()).isNotEqualTo(FindingKind.BOTTLENECK);
        recompute(found, SLOW_SINK);
        Processes.requireKeys(SLOW_SINK);
    }

    @Test
    void of_lateLines_statesBeforeAfterAndTheirDifferenceOnceForLinesAndOrders() {
        Findings.Found found = find(OrderShop.lateAfter(5, WEEK), sink);

        assertThat(found.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.KPI_SHIFT)
                .hasSize(1);
        Finding shift = found.findings().get(0);
        assertThat(shift.kind()).isEqualTo(FindingKind.KPI_SHIFT);
        assertThat(shift.window().from()).isEqualTo(OrderShop.monday(WEEK));
        assertThat(shift.facts().get(FigureName.CHANGE)).isBetween(new BigDecimal("-0.27"), new BigDecimal("-0.13"));
        assertThat(shift.facts().get(FigureName.CHANGE_LOW))
                .isLessThan(shift.facts().get(FigureName.CHANGE));
        assertThat(shift.facts().get(FigureName.CHANGE_HIGH)).isNegative();
        assertThat(shift.facts().get(FigureName.BEFORE).add(shift.facts().get(FigureName.CHANGE)))
                .isEqualTo(shift.value());
        // Lines and orders fall in one week: one finding, and still two of three series that were tested.
        assertThat(shift.headline()).isEqualTo("2 KPIs were worse from the week of 2026-04-06 on.");
        assertThat(shift.withMembers()).extracting(Finding::id).containsExactly("F-process-001", "F-process-001-2");
        assertThat(shift.withMembers().flatMap(each -> each.subjects().stream()))
                .containsExactlyInAnyOrder("K-process-on-time-line", "K-process-on-time-order");
        assertThat(shift.withMembers().map(Finding::testsInFamily).distinct())
                .containsExactly(found.notSupported().get(0).tested());
        assertThat(found.notSupported().get(0).reason()).startsWith("1 of 3 weekly series show no shift");
        assertThat(shift.withMembers())
                .filteredOn(each -> each.subjects().contains("K-process-on-time-line"))
                .singleElement()
                .satisfies(FindingsTest::assertDividedByMaterial);
        assertThat(sink.documents()).containsKeys("evidence/F-process-001.arrow", "evidence/F-process-001-2.arrow");
        assertThat(found.findings().get(1).id()).isEqualTo("F-process-002");
        assertThat(found.kpis())
                .filteredOn(kpi -> kpi.id().startsWith("K-process-on-time") && kpi.measured())
                .hasSize(2)
                .allSatisfy(kpi -> assertLimitsOfTheWeeksBefore(shift.window().from(), kpi));
        recompute(found, sink);
    }

    /** One line in forty is of a seal, fewer than twenty in a period: told with the valves, the smaller of the others. */
    private static void assertDividedByMaterial(Finding lines) {
        ChangeSplit split = lines.why().get(0);
        assertThat(lines.why()).hasSize(1);
        assertThat(split.attribute()).isEqualTo("material");
        assertThat(split.segments()).extracting(SplitSegment::name).containsExactly("pump", "(all others)");
        assertThat(split.after()).isEqualTo(lines.value());
        assertThat(split.mix().add(split.rate())).isEqualTo(lines.facts().get(FigureName.CHANGE));
        // Materials come in turn and all are late more often: it is no matter of the mix.
        assertThat(split.mix().abs()).isLessThan(new BigDecimal("0.01"));
        assertThat(split.segments())
                .allSatisfy(segment -> assertThat(segment.rate()).isNegative());
        assertThat(split.segments().stream().mapToLong(SplitSegment::nAfter).sum())
                .isEqualTo(lines.n());
    }

    @Test
    void of_steadyShop_statesBottlenecksOnlyAndWhatWasLookedAt() {
        Findings.Found found = find(OrderShop.steady(7), sink);

        assertThat(found.findings()).extracting(Finding::kind).containsOnly(FindingKind.BOTTLENECK);
        assertThat(found.notSupported())
                .extracting(each -> each.kind())
                .containsExactly(FindingKind.KPI_SHIFT, FindingKind.KPI_EPISODE, FindingKind.EDGE_SHIFT);
        assertThat(found.bottlenecks())
                .extracting(Bottleneck::rank, Bottleneck::findingId)
                .containsExactly(tuple(1, "F-process-001"), tuple(2, "F-process-002"), tuple(3, "F-process-003"));
        assertThat(found.bottlenecks())
                .allSatisfy(bottleneck -> assertThat(bottleneck.interval().low())
                        .isLessThanOrEqualTo(BigDecimal.valueOf(bottleneck.recoverableUs())));
        assertThat(found.bottlenecks()).extracting(Bottleneck::trend).containsOnly(Trend.NO_SIGNAL);
        assertThat(found.bottlenecks())
                .allSatisfy(bottleneck -> assertThat(bottleneck.concentration()).isEqualTo(concentration(bottleneck)));
        KpiValue cycleTime = found.kpis().stream()
                .filter(kpi -> kpi.id().equals("K-process-cycle-time"))
                .findFirst()
                .orElseThrow();
        assertThat(cycleTime.series().get(0).takesPart()).isFalse();
        assertThat(cycleTime.series().get(cycleTime.series().size() - 1).takesPart())
                .isFalse();
        assertThat(cycleTime.limits().weeks()).isEqualTo((int) cycleTime.weeksTakingPart());
        recompute(found, sink);
    }

    /** From the rows of the evidence: cases by their time beyond the target, the tenth with the most over all. */
    private BigDecimal concentration(Bottleneck bottleneck) {
        Map<String, Long> byCase = new HashMap<>();
        byte[] document = sink.documents().get(Documents.evidence(bottleneck.findingId()));
        try (EvidenceReader reader = new EvidenceReader(new ByteArrayInputStream(document))) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                byCase.merge(row.record(), Math.max(0, row.contribution() - bottleneck.targetUs()), Long::sum);
            }
        }
        long all = byCase.values().stream().mapToLong(Long::longValue).sum();
        long most = byCase.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit((byCase.size() + 9) / 10)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(all).isEqualTo(bottleneck.recoverableUs());
        return BigDecimal.valueOf(most).divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_EVEN);
    }

    /** A target of 24 hours from packing to shipping; shipping to invoicing is nobody's concern. */
    @Test
    void of_declaredWaits_statesWhatCouldBeRecoveredAndRanksNothingOutOfScope() {
        OrderShop shop = OrderShop.steady(7);
        DeclaredWaits waits = new DeclaredWaits(new FindingScope(
                null,
                List.of(
                        new Wait("Pack", "Ship", "24h", null),
                        new Wait("Ship", "Invoice", null, "the customer asks for it"))));
        List<Bottleneck> ranked = Bottlenecks.rank(shop.mined(), waits, List.of());

        Findings.Found found = Findings.of(
                new Findings.Looked(
                        shop.input(),
                        List.of(),
                        ranked,
                        shop.mined(),
                        shop.input().log(),
                        shop.weeks(),
                        Processes.definitions(),
                        waits),
                sink);

        assertThat(ranked)
                .extracting(Bottleneck::from, Bottleneck::targetDeclared)
                .containsExactlyInAnyOrder(tuple("Pack", true), tuple("Create", null));
        assertThat(found.findings())
                .extracting(Finding::statement)
                .anyMatch(statement -> statement.matches("From \\{subject\\.1} to \\{subject\\.2}, [0-9,]+ d could be"
                        + " recovered against the declared target of 24 h, [0-9.]+ % of the time of all steps beyond"
                        + " theirs\\."))
                .anyMatch(
                        statement -> statement.matches("From \\{subject\\.1} to \\{subject\\.2}, [0-9,]+ d longer than"
                                + " the fastest quarter, [0-9.]+ % of that time of all steps\\."));
        assertThat(waits.outOfScope(shop.mined()))
                .extracting(OutOfScopeWait::from, OutOfScopeWait::to, OutOfScopeWait::reason)
                .containsExactly(tuple("Ship", "Invoice", "the customer asks for it"));
        recompute(found, sink);
    }

    @Test
    void of_rankingThatTheRowsDoNotGive_publishesNothing() {
        OrderShop shop = OrderShop.steady(7);
        Bottleneck first = shop.ranked().get(0);
        Bottleneck wrong = BottleneckBuilder.builder(first)
                .rank(1)
                .recoverableUs(first.recoverableUs() + 1)
                .build();

        assertThatThrownBy(() -> Findings.of(looked(shop, List.of(), List.of(wrong)), sink))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessage(
                        "Cannot publish finding F-process-001: the time beyond the target is " + first.recoverableUs()
                                + " by its evidence and " + (first.recoverableUs() + 1)
                                + " by the mining pass; nothing is published, report this as a defect");
    }

    @Test
    void of_shuffledLog_givesTheSameDocuments() {
        OrderShop shop = SLOW;
        MemorySink other = new MemorySink();
        ProcessInput in = shop.input();
        ProcessInput shuffled = new ProcessInput(
                in.process(),
                in.system(),
                in.mapping(),
                in.log().repartition(5, in.log().col("row")),
                in.objects().repartition(3),
                in.zone(),
                in.asOf());

        List<MeasuredKpi> kpis = Kpis.measure(shuffled, Processes.definitions(), other);
        Findings.Found again = Findings.of(
                new Findings.Looked(
                        shuffled,
                        kpis,
                        shop.ranked(),
                        shop.mined(),
                        shuffled.log(),
                        shop.weeks(),
                        Processes.definitions(),
                        DeclaredWaits.NONE),
                other);

        assertThat(again).isEqualTo(slow);
        assertThat(other.documents()).containsExactlyEntriesOf(SLOW_SINK.documents());
    }

    @Test
    void of_kpis_haveTheirPeriodsAndTheEvidenceGivesThem() {
        assertThat(slow.kpis())
                .extracting(kpi -> kpi.definition().id(), kpi -> kpi.periods() == null)
                .contains(tuple("cycle-time", false), tuple("on-time-line", false), tuple("otif-line", true));
        assertThat(slow.kpis())
                .filteredOn(KpiValue::measured)
                .allMatch(
                        kpi -> FigureCheck.of(kpi, SLOW_SINK.open(kpi.evidence().document()))
                                .matches());
    }

    private static Findings.Found find(OrderShop shop, MemorySink sink) {
        List<MeasuredKpi> kpis = Kpis.measure(shop.input(), Processes.definitions(), sink);
        return Findings.of(looked(shop, kpis, shop.ranked()), sink);
    }

    private static Findings.Looked looked(OrderShop shop, List<MeasuredKpi> kpis, List<Bottleneck> ranked) {
        return new Findings.Looked(
                shop.input(),
                kpis,
                ranked,
                shop.mined(),
                shop.input().log(),
                shop.weeks(),
                Processes.definitions(),
                DeclaredWaits.NONE);
    }

    private static void assertLimitsOfTheWeeksBefore(LocalDate shift, KpiValue kpi) {
        int before = (int) kpi.series().stream()
                .filter(week -> week.takesPart() && week.week().isBefore(shift))
                .count();
        assertThat(kpi.limits() == null ? 0 : kpi.limits().weeks())
                .isEqualTo(before < ControlLimits.FEWEST_WEEKS ? 0 : before)
                .isLessThan((int) kpi.weeksTakingPart());
    }

    /** Every figure follows from its cited rows alone. */
    private static void recompute(Findings.Found found, MemorySink sink) {
        List<FigureCheck> checks = new ArrayList<>();
        found.findings().stream()
                .flatMap(Finding::withMembers)
                .forEach(finding -> checks.add(
                        FigureCheck.of(finding, sink.open(finding.evidence().document()))));
        assertThat(checks).isNotEmpty().allMatch(FigureCheck::matches);
    }
}
