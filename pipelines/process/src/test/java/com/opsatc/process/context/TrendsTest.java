package com.opsatc.process.context;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String ID = "K-p-on-time-line";
    private static final Evidence EVIDENCE = new Evidence(
            "e", 40, /* censored= */ null, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1)));

    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, 0.9, 0.8, WORSENED",
        "HIGHER_IS_BETTER, 0.8, 0.9, IMPROVED",
        "LOWER_IS_BETTER, 0.9, 0.8, IMPROVED",
        "LOWER_IS_BETTER, 0.8, 0.9, WORSENED",
        "LOWER_IS_BETTER, 0.8, 0.8, CHANGED",
        "NONE, 0.8, 0.9, CHANGED"
    })
    void of_kpiWithAShift_isToldByItsDirection(Direction direction, String before, String after, Trend expected) {
        KpiValue kpi = kpi(direction, 16, "0.60");
        Finding shift = finding(FindingKind.KPI_SHIFT, List.of(ID), before, after);

        assertThat(new Trends(List.of(kpi), List.of(shift)).of(kpi)).isEqualTo(expected);
    }

    @Test
    void of_kpiThatMovedWithAnother_isToldByTheMember() {
        KpiValue kpi = kpi(Direction.HIGHER_IS_BETTER, 16, "0.60");
        Finding lead = finding(FindingKind.KPI_SHIFT, List.of("K-p-otif-line"), "0.8", "0.9")
                .leading("Two moved.", List.of(finding(FindingKind.KPI_SHIFT, List.of(ID), "0.9", "0.8")));

        assertThat(new Trends(List.of(kpi), List.of(lead)).of(kpi)).isEqualTo(Trend.WORSENED);
    }

    @Test
    void of_kpiWithoutAShift_isSilentOnlyWhereNoWeekStandsOut() {
        KpiValue quiet = kpi(Direction.HIGHER_IS_BETTER, 16, "0.60");
        KpiValue loud = kpi(Direction.HIGHER_IS_BETTER, 16, "0.505");
        KpiValue few = kpi(Direction.HIGHER_IS_BETTER, 8, "0.60");
        Finding episode = finding(FindingKind.KPI_EPISODE, List.of(ID), "0.8", "0.9");

        assertThat(trend(quiet)).isEqualTo(Trend.NO_SIGNAL);
        assertThat(trend(loud)).isEqualTo(Trend.NO_LASTING_SHIFT);
        assertThat(trend(few)).isEqualTo(Trend.NOT_MEASURED);
        assertThat(new Trends(List.of(quiet), List.of(episode)).of(quiet)).isEqualTo(Trend.NO_LASTING_SHIFT);
    }

    /** An activity may be called as a KPI is. */
    @Test
    void of_bottleneck_isThatOfItsPassageAndOfNothingElse() {
        Finding bottleneck = finding(FindingKind.BOTTLENECK, List.of("Pack", "Ship"), "1", "1");
        Finding slower = finding(FindingKind.EDGE_SHIFT, List.of("Pack", "Ship"), "1", "2");
        Finding other = finding(FindingKind.EDGE_SHIFT, List.of("Ship", "Pack"), "2", "1");
        KpiValue kpi = kpi(Direction.HIGHER_IS_BETTER, 16, "0.60");
        Trends trends = new Trends(List.of(kpi), List.of(bottleneck, other, slower));

        assertThat(trends.of(bottleneck)).isEqualTo(Trend.WORSENED);
        assertThat(trends.direction(bottleneck)).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(new Trends(List.of(), List.of(bottleneck)).of(bottleneck)).isEqualTo(Trend.NOT_MEASURED);
        assertThat(trends.direction(finding(FindingKind.EDGE_SHIFT, List.of(ID), "1", "2")))
                .isEqualTo(Direction.LOWER_IS_BETTER);
    }

    private static Trend trend(KpiValue kpi) {
        return new Trends(List.of(kpi), List.of()).of(kpi);
    }

    /** Weeks between 0.50 and 0.51, of which the last is not complete. */
    private static KpiValue kpi(Direction direction, int weeks, String upper) {
        List<SeriesPoint> series = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            series.add(new SeriesPoint(
                    MONDAY.plusWeeks(week), 10, BigDecimal.valueOf(50 + week % 2, 2), week == weeks - 1));
        }
        Window window = new Window(MONDAY, MONDAY.plusWeeks(16), "UTC");
        KpiValue kpi = KpiValueBuilder.builder()
                .id(ID)
                .process("p")
                .definition(new DefinitionRef("on-time-line", 2))
                .title("On time")
                .state(KpiState.MEASURED)
                .unit(Unit.RATIO)
                .direction(direction)
                .aggregation(Aggregation.SHARE)
                .value(new BigDecimal("0.5"))
                .n(160)
                .open(0L)
                .window(window)
                .evidence(EVIDENCE)
                .build();
        return kpi.charted(
                series,
                ControlLimits.xmr(
                        new BigDecimal("0.5"),
                        new BigDecimal("0.40"),
                        new BigDecimal(upper),
                        12,
                        MONDAY,
                        MONDAY.plusWeeks(11)));
    }

    private static Finding finding(FindingKind kind, List<String> subjects, String before, String after) {
        return FindingBuilder.builder()
                .id("F-p-001")
                .kind(kind)
                .process("p")
                .rank(1)
                .definition(new DefinitionRef(kind.definition(), 1))
                .subjects(subjects)
                .statement("It moved.")
                .value(new BigDecimal(after))
                .unit(Unit.RATIO)
                .aggregation(Aggregation.SHARE)
                .window(new Window(MONDAY, MONDAY.plusDays(6), "UTC"))
                .n(40)
                .facts(Map.of(FigureName.BEFORE, new BigDecimal(before)))
                .testsInFamily(1)
                .evidence(EVIDENCE)
                .build();
    }
}
