package com.opsatc.jobs.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.BottleneckBuilder;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ProcessTitle;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TilesTest {
    private static final Window WINDOW = new Window(LocalDate.of(2025, 10, 6), LocalDate.of(2025, 12, 28), "UTC");
    private static final Evidence EVIDENCE =
            new Evidence("e", 1, /* censored= */ null, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1)));

    @Test
    void of_shiftedKpi_saysSinceWhenAndFromWhat() {
        List<String> lines = Tiles.of(ProcessTitle::of, List.of(otif()), List.of(shift("F-1", "K-1")), List.of());

        assertThat(lines)
                .singleElement()
                .asString()
                .isEqualTo("OTIF, lines, Order to cash                           82.0 %             signal: 75.0 %"
                        + " since 2025-10-06, before 90.0 %   see F-1   n 3,200");
    }

    @Test
    void of_kpiThatShiftedWithAnother_namesItsOwnFinding() {
        Finding together = shift("F-0", "cycle-time").leading("2 KPIs.", List.of(shift("F-1", "K-1")));

        assertThat(Tiles.of(ProcessTitle::of, List.of(otif()), List.of(together), List.of()))
                .singleElement()
                .asString()
                .contains("signal: 75.0 % since 2025-10-06", "see F-1");
    }

    @Test
    void of_noShiftOfThisKpi_saysNoSignal() {
        List<String> lines =
                Tiles.of(ProcessTitle::of, List.of(otif()), List.of(shift("F-1", "cycle-time")), List.of());

        assertThat(lines).singleElement().asString().endsWith("no signal   n 3,200");
    }

    @Test
    void of_weekBeyondTheLimits_doesNotSayNoSignal() {
        LocalDate first = WINDOW.from();
        ControlLimits limits = ControlLimits.xmr(
                new BigDecimal("0.9"), new BigDecimal("0.8"), BigDecimal.ONE, 12, first, first.plusWeeks(11));
        KpiValue kpi = otif().charted(
                        List.of(
                                new SeriesPoint(first, 10, new BigDecimal("0.1"), false, true),
                                new SeriesPoint(first.plusWeeks(1), 10, new BigDecimal("0.9"), false),
                                new SeriesPoint(first.plusWeeks(2), 10, new BigDecimal("0.7"), false)),
                        limits);

        assertThat(Tiles.of(ProcessTitle::of, List.of(kpi), List.of(), List.of()))
                .singleElement()
                .asString()
                .endsWith("no lasting shift, 1 of 2 weeks beyond the natural limits   n 3,200");
    }

    @Test
    void of_kpiThatFellAndRecovered_saysWhen() {
        Finding episode = finding(FindingKind.KPI_EPISODE, "F-3", "K-1");

        assertThat(Tiles.of(ProcessTitle::of, List.of(otif()), List.of(episode), List.of()))
                .singleElement()
                .asString()
                .endsWith("signal: 75.0 % from 2025-10-06 to 2025-12-28, before 90.0 %   see F-3   n 3,200");
    }

    @Test
    void of_bottlenecks_showsTheFirstWithItsNamesMadeHarmless() {
        Bottleneck top = BottleneckBuilder.builder()
                .process("incident")
                .rank(1)
                .from("On Hold\u001b[2J")
                .to("Go")
                .measure(GapMeasure.WAITING)
                .n(10)
                .cases(9)
                .recoverableUs(7_200_000_000L)
                .targetUs(1)
                .p50Us(1)
                .p90Us(1)
                .meanUs(1)
                .share(BigDecimal.ONE)
                .findingId("F-2")
                .build();

        assertThat(Tiles.of(ProcessTitle::of, List.of(), List.of(), List.of(top)))
                .singleElement()
                .asString()
                .startsWith("Top bottleneck, Incident")
                .contains("2 h", "longer than the fastest quarter, On Hold\\u001b[2J -> Go   see F-2");
    }

    private static KpiValue otif() {
        return KpiValueBuilder.builder()
                .id("K-1")
                .process("order-to-cash")
                .definition(new DefinitionRef("otif-line", 1))
                .title("OTIF, lines")
                .state(KpiState.MEASURED)
                .unit(Unit.RATIO)
                .direction(Direction.HIGHER_IS_BETTER)
                .aggregation(Aggregation.SHARE)
                .value(new BigDecimal("0.820000"))
                .n(3200)
                .open(0L)
                .window(WINDOW)
                .evidence(EVIDENCE)
                .build();
    }

    private static Finding shift(String id, String subject) {
        return finding(FindingKind.KPI_SHIFT, id, subject);
    }

    private static Finding finding(FindingKind kind, String id, String subject) {
        return FindingBuilder.builder()
                .id(id)
                .kind(kind)
                .process("order-to-cash")
                .rank(1)
                .definition(new DefinitionRef("kpi-shift", 1))
                .subjects(List.of(subject))
                .statement("s")
                .value(new BigDecimal("0.750000"))
                .unit(Unit.RATIO)
                .aggregation(Aggregation.SHARE)
                .window(WINDOW)
                .n(10)
                .facts(Map.of(FigureName.BEFORE, new BigDecimal("0.900000")))
                .testsInFamily(1)
                .evidence(EVIDENCE)
                .build();
    }
}
