package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KpiSignalTest {
    private static final ReportInput INPUT = SampleDocuments.twoProcesses();

    @Test
    void of_kpiWithAShift_saysDirectionDateAndJudgement() {
        assertThat(text("K-order-to-cash-on-time-line", INPUT.findings().findings()))
                .isEqualTo("▼ Down since 4 May 2026, worse");
        assertThat(text("K-incident-exception-mttr", INPUT.findings().findings()))
                .isEqualTo("▲ Up since 20 Apr 2026, worse");
    }

    @Test
    void of_kpiWithoutAShift_isAbsent() {
        assertThat(KpiSignal.of(
                        kpi("K-order-to-cash-cycle-time"), INPUT.findings().findings()))
                .isEmpty();
    }

    @Test
    void of_shiftOfAnotherProcess_isNotTaken() {
        Finding foreign = with(finding("F-incident-002"), "order-to-cash", Map.of());

        assertThat(KpiSignal.of(kpi("K-incident-exception-mttr"), List.of(foreign)))
                .isEmpty();
    }

    @Test
    void of_shiftWithoutBothLevels_makesNoJudgement() {
        Finding bare = with(finding("F-incident-002"), "incident", Map.of(FigureName.AFTER, BigDecimal.TEN));

        assertThat(text("K-incident-exception-mttr", List.of(bare))).isEqualTo("Shifted since 20 Apr 2026");
    }

    @Test
    void of_lowerIsBetterAndFalling_isBetter() {
        Finding falling = with(
                finding("F-incident-002"),
                "incident",
                Map.of(FigureName.BEFORE, BigDecimal.TEN, FigureName.AFTER, BigDecimal.ONE));

        assertThat(text("K-incident-exception-mttr", List.of(falling))).isEqualTo("▼ Down since 20 Apr 2026, better");
    }

    private static String text(String kpi, List<Finding> findings) {
        return KpiSignal.of(kpi(kpi), findings).orElseThrow().text().replace('\u00a0', ' ');
    }

    private static KpiValue kpi(String id) {
        return INPUT.kpis().kpis().stream()
                .filter(kpi -> kpi.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(String id) {
        return INPUT.findings().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Finding with(Finding finding, String process, Map<FigureName, BigDecimal> facts) {
        return FindingBuilder.builder(finding).process(process).facts(facts).build();
    }
}
